package io.text2vec.lucene.keyword;

import org.apache.lucene.index.FieldInvertState;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.TermStatistics;
import org.apache.lucene.search.similarities.Similarity;

/**
 * Keeps of each searchable text how many tokens it has, exactly: an index writer must be given it.
 *
 * <p>Lucene's own keeps lengths above 40 in steps, which would change scores. Lengths are kept with the index's bounds on
 * scores, so that a search may pass over whole blocks of documents; those below 128 take one byte each.
 */
public final class LengthSimilarity extends Similarity {

    @Override
    public long computeNorm(FieldInvertState state) {
        return state.getLength();
    }

    @Override
    public SimScorer scorer(float boost, CollectionStatistics collection, TermStatistics... terms) {
        throw new UnsupportedOperationException("Scores are computed by ScoredTerm alone");
    }
}
