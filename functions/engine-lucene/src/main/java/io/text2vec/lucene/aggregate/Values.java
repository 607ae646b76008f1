package io.text2vec.lucene.aggregate;

import io.text2vec.collections.schema.Property;
import io.text2vec.lucene.aggregate.Documents.Part;
import java.io.IOException;
import org.apache.lucene.search.DocIdSetIterator;

/** The values of a property in documents, as {@link io.text2vec.lucene.document.Keys}. */
record Values(Documents documents, Property property) {

    /** Is shown values. */
    @FunctionalInterface
    interface Visitor {
        /** @param document its number in the whole index */
        void see(int document, long key);
    }

    /** Goes over values, in the same order each time. */
    @FunctionalInterface
    interface Pass {
        void over(Visitor visitor) throws IOException;
    }

    /** All of them. */
    void each(Visitor visitor) throws IOException {
        for (Part part : documents.parts()) {
            walk(part, visitor);
        }
    }

    /** Those of a document that are equal once. */
    void eachOnce(Visitor visitor) throws IOException {
        each(new Visitor() {
            private int lastDocument = -1;
            private long lastKey;

            @Override
            public void see(int document, long key) {
                if (document != lastDocument || key != lastKey) {
                    visitor.see(document, key);
                }
                lastDocument = document;
                lastKey = key;
            }
        });
    }

    private void walk(Part part, Visitor visitor) throws IOException {
        Column column = Column.of(part.segment().reader(), property);
        DocIdSetIterator some = part.documents().iterator();
        int base = part.segment().docBase;
        for (int document = some.nextDoc(); document != DocIdSetIterator.NO_MORE_DOCS; document = some.nextDoc()) {
            for (int left = column.count(document); left > 0; left--) {
                visitor.see(base + document, column.next());
            }
        }
    }
}
