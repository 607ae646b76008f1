package io.text2vec.lucene.document;

import io.text2vec.collections.CollectionException;
import io.text2vec.collections.object.StoredObject;
import io.text2vec.collections.object.Value;
import java.nio.BufferUnderflowException;
import java.time.DateTimeException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/**
 * Objects as bytes: whole ones for the log, their properties alone for the index, which keeps the rest in columns.
 *
 * <p>A whole object, version {@value #VERSION}:
 *
 * <pre>
 * version     1 byte
 * id          16 bytes, big endian
 * created     8 bytes, big endian, milliseconds since 1970
 * updated     8 bytes, likewise
 * properties  as below
 * vectors     count, then for each: name, count of components, 4 bytes little endian for each component
 * </pre>
 *
 * <p>Properties alone are the version byte and then the properties:
 *
 * <pre>
 * properties  count, then by the order of their names: name, value
 * value       kind in 1 byte, then
 *    0 text        text
 *    1 int         signed
 *    2 number      8 bytes, big endian, IEEE 754
 *    3 false, 4 true: nothing
 *    5 date        seconds since 1970 signed, nanoseconds, offset in seconds signed
 *    6 uuid        16 bytes, big endian
 *    7 blob        its Base64 as text
 *    8 geo         latitude and longitude, 4 bytes little endian each
 *    9 phone       input; 1 and default country, or 0; international; national number signed; national as text;
 *                  country code signed; 1 if valid, else 0
 *   10 nested      properties
 *   11 list        count, then values
 *   12 references  count, then for each: collection, 16 bytes of id
 * </pre>
 *
 * <p>Counts are numbers of varying length, seven bits a byte, lowest first; signed ones are zigzag-coded before. A text is
 * its length in bytes and its UTF-8.
 */
public final class ObjectCodec {
    private static final int VERSION = 1;

    private ObjectCodec() {}

    /** A whole object, vectors too. */
    public static byte[] encode(StoredObject object) {
        ByteSink sink = new ByteSink();
        sink.one(VERSION);
        sink.uuid(object.id());
        sink.eight(object.created());
        sink.eight(object.updated());
        ValueCodec.writeProperties(object.properties(), sink);
        Map<String, float[]> vectors = object.vectors();
        sink.varying(vectors.size());
        vectors.forEach((name, vector) -> {
            sink.text(name);
            sink.varying(vector.length);
            sink.floats(vector);
        });
        return sink.toBytes();
    }

    /**
     * What {@link #encode} made.
     *
     * @throws CollectionException.EngineFailed if it is damaged, or of a newer version
     */
    public static StoredObject decode(byte[] bytes, int offset, int length) {
        return read(bytes, offset, length, source -> {
            UUID id = source.uuid();
            long created = source.eight();
            long updated = source.eight();
            Map<String, Value> properties = ValueCodec.readProperties(source);
            int count = source.count(2);
            Map<String, float[]> vectors = LinkedHashMap.newLinkedHashMap(count);
            for (int i = 0; i < count; i++) {
                String name = source.text();
                vectors.put(name, source.floats(source.count(Float.BYTES)));
            }
            return new StoredObject(id, created, updated, properties, vectors);
        });
    }

    /** Properties alone. */
    public static byte[] encodeProperties(Map<String, Value> properties) {
        ByteSink sink = new ByteSink();
        sink.one(VERSION);
        ValueCodec.writeProperties(properties, sink);
        return sink.toBytes();
    }

    /**
     * What {@link #encodeProperties} made.
     *
     * @throws CollectionException.EngineFailed if it is damaged, or of a newer version
     */
    public static Map<String, Value> decodeProperties(byte[] bytes, int offset, int length) {
        return read(bytes, offset, length, ValueCodec::readProperties);
    }

    private static <T> T read(byte[] bytes, int offset, int length, Function<ByteSource, T> format) {
        try {
            ByteSource source = new ByteSource(bytes, offset, length);
            int version = source.one();
            if (version != VERSION) {
                throw new IllegalArgumentException(
                        "its format is version " + version + " where version " + VERSION + " was expected");
            }
            T read = format.apply(source);
            if (!source.atEnd()) {
                throw new IllegalArgumentException("it goes on where it should end");
            }
            return read;
        } catch (BufferUnderflowException | IllegalArgumentException | ArithmeticException | DateTimeException damage) {
            String why = damage instanceof BufferUnderflowException ? "it ends too early" : damage.getMessage();
            throw new CollectionException.EngineFailed(
                    "A stored object cannot be read: " + why
                            + ". Its file is damaged, or of a newer version of this program; restore it from a copy.",
                    damage);
        }
    }
}
