package io.text2vec.lucene.vector;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.AcceptDocs;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.Weight;

/** The documents that a filter lets through; it is run once for each segment, however many vectors are searched. */
final class Accepted {
    private final boolean filtered;
    private final AcceptDocs[] bySegment;

    Accepted(IndexSearcher searcher, Optional<Query> filter) throws IOException {
        filtered = filter.isPresent();
        List<LeafReaderContext> segments = searcher.getIndexReader().leaves();
        Weight weight = filter.isEmpty()
                ? null
                : searcher.createWeight(searcher.rewrite(filter.get()), ScoreMode.COMPLETE_NO_SCORES, 1);
        bySegment = new AcceptDocs[segments.size()];
        for (LeafReaderContext segment : segments) {
            bySegment[segment.ord] = in(segment, weight);
        }
    }

    private static AcceptDocs in(LeafReaderContext segment, Weight filter) throws IOException {
        var live = segment.reader().getLiveDocs();
        int documents = segment.reader().maxDoc();
        if (filter == null) {
            return AcceptDocs.fromLiveDocs(live, documents);
        }
        ScorerSupplier passing = filter.scorerSupplier(segment);
        return AcceptDocs.fromIteratorSupplier(
                () -> passing == null
                        ? DocIdSetIterator.empty()
                        : passing.get(Long.MAX_VALUE).iterator(),
                live,
                documents);
    }

    AcceptDocs in(LeafReaderContext segment) {
        return bySegment[segment.ord];
    }

    /** Whether so few documents of a segment pass a filter that all can be compared. */
    boolean areFew(LeafReaderContext segment, int few) throws IOException {
        return filtered && in(segment).cost() <= few;
    }
}
