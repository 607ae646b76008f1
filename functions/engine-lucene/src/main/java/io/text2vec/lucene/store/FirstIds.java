package io.text2vec.lucene.store;

import io.text2vec.lucene.document.Fields;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.UUID;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;

/** Finds the first ids of the objects that a query fits. */
final class FirstIds {
    /** That of the ids' text. */
    private static final Comparator<UUID> ORDER = Comparator.comparing(
                    UUID::getMostSignificantBits, Long::compareUnsigned)
            .thenComparing(UUID::getLeastSignificantBits, Long::compareUnsigned);

    private FirstIds() {}

    static List<UUID> of(IndexSearcher searcher, Query query, int most) throws IOException {
        PriorityQueue<UUID> first = new PriorityQueue<>(ORDER.reversed());
        Weight weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            Scorer scorer = weight.scorer(leaf);
            if (scorer != null) {
                collect(leaf, scorer.iterator(), most, first);
            }
        }
        List<UUID> ids = new ArrayList<>(first);
        ids.sort(ORDER);
        return ids;
    }

    private static void collect(LeafReaderContext leaf, DocIdSetIterator fitting, int most, PriorityQueue<UUID> first)
            throws IOException {
        BinaryDocValues ids = DocValues.getBinary(leaf.reader(), Fields.ID);
        Bits live = leaf.reader().getLiveDocs();
        for (int document = fitting.nextDoc();
                document != DocIdSetIterator.NO_MORE_DOCS;
                document = fitting.nextDoc()) {
            if ((live == null || live.get(document)) && ids.advanceExact(document)) {
                first.add(Fields.uuid(ids.binaryValue()));
                if (first.size() > most) {
                    first.poll();
                }
            }
        }
    }
}
