package io.text2vec.lucene.aggregate;

import io.text2vec.collections.schema.Property;
import io.text2vec.lucene.document.Fields;
import io.text2vec.lucene.document.Keys;
import io.text2vec.lucene.document.ObjectDocument;
import java.io.IOException;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedNumericDocValues;

/** The {@link Keys} of a property in a segment. */
interface Column {

    /**
     * How many a document has.
     *
     * @param document greater than that of the call before
     */
    int count(int document) throws IOException;

    /** The next one of that document, in ascending order. */
    long next() throws IOException;

    static Column of(LeafReader segment, Property property) throws IOException {
        boolean indexed = property.filterable() || property.searchable() || property.rangeFilters();
        return switch (property.type().of()) {
            case TEXT, UUID ->
                property.filterable() ? stored(segment, Fields.keys(property.name())) : read(segment, property);
            case INT, NUMBER, DATE, BOOLEAN ->
                indexed ? stored(segment, Fields.value(property.name())) : read(segment, property);
            case REFERENCE -> read(segment, property);
            case BLOB, GEO_COORDINATES, PHONE_NUMBER, OBJECT ->
                throw new IllegalArgumentException(
                        "no keys of " + property.type().of());
        };
    }

    private static Column stored(LeafReader segment, String field) throws IOException {
        SortedNumericDocValues all = DocValues.getSortedNumeric(segment, field);
        NumericDocValues single = DocValues.unwrapSingleton(all);
        return single == null ? many(all) : one(single);
    }

    private static Column one(NumericDocValues values) {
        return new Column() {
            @Override
            public int count(int document) throws IOException {
                return values.advanceExact(document) ? 1 : 0;
            }

            @Override
            public long next() throws IOException {
                return values.longValue();
            }
        };
    }

    private static Column many(SortedNumericDocValues values) {
        return new Column() {
            @Override
            public int count(int document) throws IOException {
                return values.advanceExact(document) ? values.docValueCount() : 0;
            }

            @Override
            public long next() throws IOException {
                return values.nextValue();
            }
        };
    }

    /** Of references, and of a property without an index: out of each object. */
    private static Column read(LeafReader segment, Property property) {
        return new Column() {
            private long[] keys = {};
            private int next;

            @Override
            public int count(int document) throws IOException {
                keys = Keys.single(ObjectDocument.properties(segment, document), property.name()).stream()
                        .flatMapToLong(value -> Keys.of(value).stream())
                        .sorted()
                        .toArray();
                next = 0;
                return keys.length;
            }

            @Override
            public long next() {
                return keys[next++];
            }
        };
    }
}
