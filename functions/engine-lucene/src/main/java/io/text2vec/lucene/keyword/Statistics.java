package io.text2vec.lucene.keyword;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.Bits;

/**
 * What the scores of a query are measured by: numbers about all objects, whatever a filter lets through.
 *
 * <p>Objects that were deleted or replaced, but not merged away yet, are left out of the count of objects, and of that of
 * a term unless it stands in more than {@value #COUNTED} documents of a segment: then their share is estimated. They
 * remain in the average of lengths.
 */
final class Statistics {
    private static final int COUNTED = 10_000;

    private final IndexSearcher searcher;

    Statistics(IndexSearcher searcher) {
        this.searcher = searcher;
    }

    long objects() {
        return searcher.getIndexReader().numDocs();
    }

    /** How many tokens the objects that have any in the field have there on average; 0 if there is none. */
    double averageLength(String field) throws IOException {
        long tokens = 0;
        long objects = 0;
        for (LeafReaderContext segment : searcher.getIndexReader().leaves()) {
            Terms terms = segment.reader().terms(field);
            if (terms != null) {
                tokens += terms.getSumTotalTermFreq();
                objects += terms.getDocCount();
            }
        }
        return objects == 0 ? 0 : (double) tokens / objects;
    }

    /** How many objects have the term. */
    long having(Term term) throws IOException {
        long objects = 0;
        for (LeafReaderContext segment : searcher.getIndexReader().leaves()) {
            Terms terms = segment.reader().terms(term.field());
            TermsEnum position = terms == null ? null : terms.iterator();
            if (position != null && position.seekExact(term.bytes())) {
                objects += live(segment.reader(), position);
            }
        }
        return objects;
    }

    /** The mean of the counts of a term in several fields, as a whole number; fields without it don't count. */
    long having(List<Term> sameTermInFields) throws IOException {
        long sum = 0;
        long fields = 0;
        for (Term term : sameTermInFields) {
            long objects = having(term);
            sum += objects;
            fields += objects > 0 ? 1 : 0;
        }
        return fields == 0 ? 0 : sum / fields;
    }

    private static long live(LeafReader reader, TermsEnum position) throws IOException {
        int documents = position.docFreq();
        Bits live = reader.getLiveDocs();
        if (live == null) {
            return documents;
        }
        if (documents > COUNTED) {
            return Math.round((double) documents * reader.numDocs() / reader.maxDoc());
        }
        long counted = 0;
        PostingsEnum postings = position.postings(null, PostingsEnum.NONE);
        while (postings.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
            counted += live.get(postings.docID()) ? 1 : 0;
        }
        return counted;
    }
}
