package io.text2vec.lucene.document;

import io.text2vec.collections.object.Value;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.UUID;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.DocValuesType;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.BytesRef;

/**
 * The names of an index's fields and the forms that values have there.
 *
 * <table>
 *   <caption>Fields</caption>
 *   <tr><td>{@value #ID}</td><td>the id's 16 bytes: a term, to replace and find by and to walk in order; a binary doc
 *       value, to read and to break ties</td></tr>
 *   <tr><td>{@value #CREATED}, {@value #UPDATED}</td><td>milliseconds: doc values with a skip index</td></tr>
 *   <tr><td>{@value #SOURCE}</td><td>binary doc value: {@link Source}</td></tr>
 *   <tr><td>{@value #PRESENT}</td><td>terms: names of the properties that are not null, where the collection keeps that
 *       </td></tr>
 *   <tr><td>s.P</td><td>tokens of a text property: terms; if it is searchable with frequencies, and as norm how many
 *       tokens there are ({@link io.text2vec.lucene.keyword.LengthSimilarity}); filters use the same</td></tr>
 *   <tr><td>k.P</td><td>of a filterable single text: sorted doc value, the first {@value #SORT_BYTES} bytes of it in
 *       lower case</td></tr>
 *   <tr><td>v.P</td><td>int, number, date: point and doc values; boolean: term and, if single, doc value; uuid: term;
 *       geo: point; references: a term for each, the id's 16 bytes and the collection's name</td></tr>
 *   <tr><td>n.P</td><td>length that is not zero: point and doc values, where the collection keeps that, and for references
 *       always</td></tr>
 * </table>
 */
public final class Fields {
    public static final String ID = "_id";
    public static final String CREATED = "_created";
    public static final String UPDATED = "_updated";
    public static final String SOURCE = "_source";
    public static final String PRESENT = "_present";

    /** How much of a text is kept to sort by; texts that are equal so far are read whole. */
    public static final int SORT_BYTES = 32;

    private static final FieldType TERM = type(IndexOptions.DOCS, DocValuesType.NONE);
    private static final FieldType ID_TYPE = type(IndexOptions.DOCS, DocValuesType.BINARY);
    private static final FieldType TOKENS = tokens(IndexOptions.DOCS, true);
    private static final FieldType COUNTED_TOKENS = tokens(IndexOptions.DOCS_AND_FREQS, false);

    private static final long MICROS = 1_000_000;
    private static final long MOST_SECONDS = Long.MAX_VALUE / MICROS - 1;
    private static final int NANOS_PER_MICRO = 1_000;

    private Fields() {}

    public static String tokens(String property) {
        return "s." + property;
    }

    public static String sortText(String property) {
        return "k." + property;
    }

    public static String value(String property) {
        return "v." + property;
    }

    public static String length(String property) {
        return "n." + property;
    }

    /** Names an object's document. */
    public static Term id(UUID id) {
        return new Term(ID, bytes(id));
    }

    /** 16 bytes, whose order is that of the id's text. */
    public static BytesRef bytes(UUID id) {
        return new BytesRef(ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array());
    }

    public static UUID uuid(BytesRef bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes.bytes, bytes.offset, bytes.length);
        return new UUID(buffer.getLong(), buffer.getLong());
    }

    public static BytesRef term(Value.Bool value) {
        return new BytesRef(value.value() ? "1" : "0");
    }

    /** The id stands first, so that terms of many ids differ early. */
    public static BytesRef term(Value.Beacon beacon) {
        BytesRef id = bytes(beacon.id());
        byte[] collection = beacon.collection().getBytes(StandardCharsets.UTF_8);
        byte[] term = Arrays.copyOf(id.bytes, id.length + collection.length);
        System.arraycopy(collection, 0, term, id.length, collection.length);
        return new BytesRef(term);
    }

    /** Microseconds since 1970; of a finer fraction the rest is cut off, and years past 292000 count as that. */
    public static long micros(OffsetDateTime time) {
        long seconds = Math.clamp(time.toEpochSecond(), -MOST_SECONDS, MOST_SECONDS);
        return seconds * MICROS + time.getNano() / NANOS_PER_MICRO;
    }

    /** The same, but that there is one zero. */
    public static double number(double value) {
        return value == 0 ? 0 : value;
    }

    static Field idField(UUID id) {
        return new Field(ID, bytes(id), ID_TYPE);
    }

    static Field termField(String name, BytesRef term) {
        return new Field(name, term, TERM);
    }

    static FieldType tokensType(boolean searchable) {
        return searchable ? COUNTED_TOKENS : TOKENS;
    }

    private static FieldType tokens(IndexOptions options, boolean omitLengths) {
        FieldType type = new FieldType();
        type.setTokenized(true);
        type.setOmitNorms(omitLengths);
        type.setIndexOptions(options);
        type.freeze();
        return type;
    }

    private static FieldType type(IndexOptions options, DocValuesType docValues) {
        FieldType type = new FieldType();
        type.setTokenized(false);
        type.setOmitNorms(true);
        type.setIndexOptions(options);
        type.setDocValuesType(docValues);
        type.freeze();
        return type;
    }
}
