package io.text2vec.lucene.document;

import io.text2vec.collections.object.Value;
import io.text2vec.collections.schema.DataType;
import io.text2vec.collections.schema.InvertedIndex;
import io.text2vec.collections.schema.Property;
import io.text2vec.collections.schema.Tokenization;
import io.text2vec.collections.text.Tokenizers;
import io.text2vec.lucene.text.TermStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.DoubleField;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LatLonPoint;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedNumericDocValuesField;
import org.apache.lucene.util.BytesRef;

/** Adds to a document what filters, sorting and keyword search need of properties. */
final class PropertyFields {
    private final Document document;
    private final InvertedIndex index;

    PropertyFields(Document document, InvertedIndex index) {
        this.document = document;
        this.index = index;
    }

    void add(Property property, Value value) {
        boolean indexed = property.filterable() || property.searchable() || property.rangeFilters();
        if (!indexed) {
            return;
        }
        String name = property.name();
        long length = Lengths.of(value);
        if (index.nullState() && length != 0) {
            document.add(Fields.termField(Fields.PRESENT, new BytesRef(name)));
        }
        if ((index.propertyLength() || value instanceof Value.References) && length > 0) {
            document.add(new LongField(Fields.length(name), length, Field.Store.NO));
        }
        if (property.tokenization().isPresent()) {
            addText(property, property.tokenization().get(), value);
        } else {
            if (property.filterable() && property.type().of() == DataType.UUID) {
                addKeys(name, value);
            }
            if (value instanceof Value.Many(List<Value> all)) {
                all.forEach(element -> addValue(Fields.value(name), element));
            } else {
                addValue(Fields.value(name), value);
            }
        }
    }

    private void addText(Property property, Tokenization tokenization, Value value) {
        String name = property.name();
        List<String> tokens = tokens(tokenization, value);
        document.add(new Field(Fields.tokens(name), new TermStream(tokens), Fields.tokensType(property.searchable())));
        if (property.filterable()) {
            addKeys(name, value);
            if (value instanceof Value.Text(String text)) {
                document.add(new SortedDocValuesField(Fields.sortText(name), sortKey(text)));
            }
        }
    }

    private void addKeys(String name, Value value) {
        if (value instanceof Value.Many(List<Value> all)) {
            all.forEach(element -> addKeys(name, element));
        } else {
            Keys.of(value).ifPresent(key -> document.add(new SortedNumericDocValuesField(Fields.keys(name), key)));
        }
    }

    private static List<String> tokens(Tokenization tokenization, Value value) {
        return switch (value) {
            case Value.Text(String text) -> Tokenizers.tokens(tokenization, text);
            case Value.Many(List<Value> all) -> {
                List<String> tokens = new ArrayList<>();
                all.forEach(element -> tokens.addAll(tokens(tokenization, element)));
                yield tokens;
            }
            default -> List.of();
        };
    }

    private static BytesRef sortKey(String text) {
        // A character takes at least a byte, so no more of them are needed, were each cut in two halves.
        String start = text.length() <= Fields.SORT_BYTES + 1 ? text : text.substring(0, Fields.SORT_BYTES + 1);
        byte[] utf8 = Tokenizers.caseless(start).getBytes(StandardCharsets.UTF_8);
        return new BytesRef(utf8.length <= Fields.SORT_BYTES ? utf8 : Arrays.copyOf(utf8, Fields.SORT_BYTES));
    }

    private void addValue(String field, Value value) {
        switch (value) {
            case Value.Int(long number) -> document.add(new LongField(field, number, Field.Store.NO));
            case Value.Number(double number) ->
                document.add(new DoubleField(field, Fields.number(number), Field.Store.NO));
            case Value.Date date -> document.add(new LongField(field, Fields.micros(date.time()), Field.Store.NO));
            case Value.Bool bool -> {
                document.add(Fields.termField(field, Fields.term(bool)));
                document.add(new SortedNumericDocValuesField(field, bool.value() ? 1 : 0));
            }
            case Value.Uuid(java.util.UUID id) -> document.add(Fields.termField(field, Fields.bytes(id)));
            case Value.Geo(float latitude, float longitude) ->
                document.add(new LatLonPoint(field, latitude, longitude));
            case Value.References(List<Value.Beacon> all) ->
                all.forEach(beacon -> document.add(Fields.termField(field, Fields.term(beacon))));
            case Value.Text _, Value.Blob _, Value.Phone _, Value.Nested _, Value.Many _ -> {
                // Nothing of them is filtered by; texts were done with.
            }
        }
    }
}
