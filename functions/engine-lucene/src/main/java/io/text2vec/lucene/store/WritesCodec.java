package io.text2vec.lucene.store;

import io.text2vec.collections.engine.Write;
import io.text2vec.lucene.document.ObjectCodec;
import java.nio.ByteBuffer;
import java.util.UUID;

/**
 * Writes as bytes of a log's record: one after the other, each being
 *
 * <pre>
 * kind    1 byte
 *    1 put     4 bytes of length, then {@link ObjectCodec#encode}
 *    2 delete  16 bytes of id
 * </pre>
 *
 * <p>All numbers are big endian.
 */
final class WritesCodec {
    private static final byte PUT = 1;
    private static final byte DELETE = 2;
    private static final int PUT_HEADER = 1 + Integer.BYTES;
    private static final int DELETE_SIZE = 1 + 2 * Long.BYTES;

    private WritesCodec() {}

    /** A write on its way: its bytes, and where in them the object's own begin. */
    record Encoded(Write write, byte[] bytes, int objectAt) {
        int objectLength() {
            return bytes.length - objectAt;
        }
    }

    static Encoded encode(Write write) {
        return switch (write) {
            case Write.Put put -> {
                byte[] object = ObjectCodec.encode(put.object());
                ByteBuffer bytes = ByteBuffer.allocate(PUT_HEADER + object.length);
                bytes.put(PUT).putInt(object.length).put(object);
                yield new Encoded(write, bytes.array(), PUT_HEADER);
            }
            case Write.Delete(UUID id) -> {
                ByteBuffer bytes = ByteBuffer.allocate(DELETE_SIZE);
                bytes.put(DELETE).putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
                yield new Encoded(write, bytes.array(), DELETE_SIZE);
            }
        };
    }

    /**
     * Reads the next write of a record.
     *
     * @throws RuntimeException if it is damaged
     */
    static Encoded next(ByteBuffer record) {
        int from = record.position();
        byte kind = record.get();
        return switch (kind) {
            case PUT -> {
                byte[] object = new byte[record.getInt()];
                record.get(object);
                yield new Encoded(
                        new Write.Put(ObjectCodec.decode(object, 0, object.length)), slice(record, from), PUT_HEADER);
            }
            case DELETE -> {
                Write delete = new Write.Delete(new UUID(record.getLong(), record.getLong()));
                yield new Encoded(delete, slice(record, from), DELETE_SIZE);
            }
            default -> throw new IllegalStateException("a write of kind " + kind + " is unknown");
        };
    }

    private static byte[] slice(ByteBuffer record, int from) {
        byte[] bytes = new byte[record.position() - from];
        record.get(from, bytes);
        return bytes;
    }
}
