package io.text2vec.lucene.aggregate;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSet;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.DocIdSetBuilder;

/** Documents of an index that are not deleted, by their segments. */
record Documents(List<Part> parts, long count) {

    Documents {
        parts = List.copyOf(parts);
    }

    /** Those of a segment, by their numbers within it. */
    record Part(LeafReaderContext segment, Numbers documents) {}

    /** Numbers in ascending order, to be gone over as often as needed. */
    @FunctionalInterface
    interface Numbers {
        DocIdSetIterator iterator() throws IOException;
    }

    static Documents all(IndexSearcher searcher) throws IOException {
        List<Part> parts = new ArrayList<>();
        for (LeafReaderContext segment : searcher.getIndexReader().leaves()) {
            int end = segment.reader().maxDoc();
            parts.add(new Part(
                    segment,
                    segment.reader().getLiveDocs() == null
                            ? () -> DocIdSetIterator.all(end)
                            : alive(segment, DocIdSetIterator.all(end)).build()));
        }
        return new Documents(parts, searcher.getIndexReader().numDocs());
    }

    static Documents fitting(IndexSearcher searcher, Query query) throws IOException {
        Weight weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
        List<Part> parts = new ArrayList<>();
        long count = 0;
        for (LeafReaderContext segment : searcher.getIndexReader().leaves()) {
            Scorer fitting = weight.scorer(segment);
            if (fitting != null) {
                Builder alive = alive(segment, fitting.iterator());
                parts.add(new Part(segment, alive.build()));
                count += alive.count();
            }
        }
        return new Documents(parts, count);
    }

    /** @param documents numbers in the whole index, ascending */
    static Documents of(IndexSearcher searcher, int[] documents) {
        List<Part> parts = new ArrayList<>();
        int next = 0;
        for (LeafReaderContext segment : searcher.getIndexReader().leaves()) {
            int end = segment.docBase + segment.reader().maxDoc();
            Builder builder = new Builder(segment);
            for (; next < documents.length && documents[next] < end; next++) {
                builder.add(documents[next] - segment.docBase);
            }
            if (builder.count() > 0) {
                parts.add(new Part(segment, builder.build()));
            }
        }
        return new Documents(parts, documents.length);
    }

    private static Builder alive(LeafReaderContext segment, DocIdSetIterator some) throws IOException {
        Bits live = segment.reader().getLiveDocs();
        Builder builder = new Builder(segment);
        for (int document = some.nextDoc(); document != DocIdSetIterator.NO_MORE_DOCS; document = some.nextDoc()) {
            if (live == null || live.get(document)) {
                builder.add(document);
            }
        }
        return builder;
    }

    /** Gathers documents of a segment; of many it keeps a bit for each document that the segment has. */
    static final class Builder {
        private final DocIdSetBuilder documents;
        private long count;

        Builder(LeafReaderContext segment) {
            documents = new DocIdSetBuilder(segment.reader().maxDoc());
        }

        /** @param document not there yet */
        void add(int document) {
            documents.grow(1).add(document);
            count++;
        }

        long count() {
            return count;
        }

        Numbers build() {
            DocIdSet built = documents.build();
            return () -> {
                DocIdSetIterator some = built.iterator();
                return some == null ? DocIdSetIterator.empty() : some;
            };
        }
    }
}
