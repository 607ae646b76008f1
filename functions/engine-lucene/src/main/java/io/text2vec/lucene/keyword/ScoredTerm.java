package io.text2vec.lucene.keyword;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.Explanation;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.TermScorer;
import org.apache.lucene.search.Weight;

/** Finds the objects with a term in a property, scored by statistics of its own instead of the searcher's. */
final class ScoredTerm extends Query {
    private final Term term;
    private final Bm25 score;

    ScoredTerm(Term term, Bm25 score) {
        this.term = term;
        this.score = score;
    }

    @Override
    public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost) {
        return new TermWeight(mode);
    }

    @Override
    public void visit(QueryVisitor visitor) {
        if (visitor.acceptField(term.field())) {
            visitor.consumeTerms(this, term);
        }
    }

    @Override
    public String toString(String field) {
        return term.toString();
    }

    @Override
    public boolean equals(Object other) {
        return sameClassAs(other) && term.equals(((ScoredTerm) other).term) && score.equals(((ScoredTerm) other).score);
    }

    @Override
    public int hashCode() {
        return classHash() * 31 + term.hashCode();
    }

    private final class TermWeight extends Weight {
        private final ScoreMode mode;

        TermWeight(ScoreMode mode) {
            super(ScoredTerm.this);
            this.mode = mode;
        }

        @Override
        public ScorerSupplier scorerSupplier(LeafReaderContext segment) throws IOException {
            Terms terms = segment.reader().terms(term.field());
            TermsEnum position = terms == null ? null : terms.iterator();
            if (position == null || !position.seekExact(term.bytes())) {
                return null;
            }
            NumericDocValues lengths = mode.needsScores() ? segment.reader().getNormValues(term.field()) : null;
            return new TermScorerSupplier(position, lengths, mode);
        }

        @Override
        public boolean isCacheable(LeafReaderContext segment) {
            return true;
        }

        @Override
        public Explanation explain(LeafReaderContext segment, int document) throws IOException {
            Scorer scorer = scorer(segment);
            return scorer != null && scorer.iterator().advance(document) == document
                    ? Explanation.match(scorer.score(), term.toString())
                    : Explanation.noMatch(term.toString());
        }
    }

    private final class TermScorerSupplier extends ScorerSupplier {
        private final TermsEnum position;
        private final NumericDocValues lengths;
        private final ScoreMode mode;
        private boolean topLevel;

        TermScorerSupplier(TermsEnum position, NumericDocValues lengths, ScoreMode mode) {
            this.position = position;
            this.lengths = lengths;
            this.mode = mode;
        }

        @Override
        public Scorer get(long leadCost) throws IOException {
            // The bounds of each block are worth reading only where what can't compete may be passed over.
            return mode == ScoreMode.TOP_SCORES
                    ? new TermScorer(position.impacts(PostingsEnum.FREQS), score, lengths, topLevel)
                    : new TermScorer(
                            position.postings(null, mode.needsScores() ? PostingsEnum.FREQS : PostingsEnum.NONE),
                            score,
                            lengths);
        }

        @Override
        public long cost() {
            try {
                return position.docFreq();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void setTopLevelScoringClause() {
            topLevel = true;
        }
    }
}
