package io.text2vec.lucene.keyword;

import io.text2vec.lucene.document.Fields;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.PriorityQueue;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;

/**
 * Keeps the best documents of a search, of equal ones those with the first ids, and tells the search below which score
 * it need not look.
 */
final class TopByScore implements Collector {
    private final int count;
    private final PriorityQueue<KeywordHit> worstFirst = new PriorityQueue<>(KeywordHit.BEST_FIRST.reversed());

    private TopByScore(int count) {
        this.count = count;
    }

    /**
     * Gathers the best hits, best first.
     *
     * @param count at least 1
     */
    static CollectorManager<TopByScore, List<KeywordHit>> of(int count) {
        return new CollectorManager<>() {
            @Override
            public TopByScore newCollector() {
                return new TopByScore(count);
            }

            @Override
            public List<KeywordHit> reduce(Collection<TopByScore> parts) {
                return parts.stream()
                        .flatMap(part -> part.worstFirst.stream())
                        .sorted(KeywordHit.BEST_FIRST)
                        .limit(count)
                        .toList();
            }
        };
    }

    @Override
    public ScoreMode scoreMode() {
        return ScoreMode.TOP_SCORES;
    }

    @Override
    public LeafCollector getLeafCollector(LeafReaderContext segment) throws IOException {
        return new InSegment(segment.docBase, DocValues.getBinary(segment.reader(), Fields.ID));
    }

    private final class InSegment implements LeafCollector {
        private final int base;
        private final BinaryDocValues ids;
        private Scorable scorer;

        InSegment(int base, BinaryDocValues ids) {
            this.base = base;
            this.ids = ids;
        }

        @Override
        public void setScorer(Scorable scorer) throws IOException {
            this.scorer = scorer;
            tellLeastScore();
        }

        @Override
        public void collect(int document) throws IOException {
            float score = scorer.score();
            if (worstFirst.size() == count && score < worstFirst.peek().score()) {
                return;
            }
            ids.advanceExact(document);
            worstFirst.add(new KeywordHit(base + document, Fields.uuid(ids.binaryValue()), score));
            if (worstFirst.size() > count) {
                worstFirst.poll();
            }
            tellLeastScore();
        }

        /** An equal score still competes, by its id. */
        private void tellLeastScore() throws IOException {
            if (worstFirst.size() == count) {
                scorer.setMinCompetitiveScore(worstFirst.peek().score());
            }
        }
    }
}
