package io.text2vec.lucene.document;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * Reads what {@link ByteSink} wrote.
 *
 * <p>Its methods throw {@link BufferUnderflowException} or {@link IllegalArgumentException} where the bytes are
 * not what they should be.
 */
final class ByteSource {
    private final byte[] bytes;
    private final ByteBuffer buffer;

    ByteSource(byte[] bytes, int offset, int length) {
        this.bytes = bytes;
        buffer = ByteBuffer.wrap(bytes, offset, length);
    }

    boolean atEnd() {
        return !buffer.hasRemaining();
    }

    int one() {
        return buffer.get() & 0xff;
    }

    long varying() {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            int next = one();
            value |= (long) (next & 0x7f) << shift;
            if (next < 0x80) {
                return value;
            }
        }
        throw new IllegalArgumentException("a number has more than 64 bits");
    }

    long signed() {
        long value = varying();
        return value >>> 1 ^ -(value & 1);
    }

    long eight() {
        return buffer.getLong();
    }

    UUID uuid() {
        return new UUID(eight(), eight());
    }

    String text() {
        int length = count(1);
        String text = new String(bytes, buffer.arrayOffset() + buffer.position(), length, StandardCharsets.UTF_8);
        buffer.position(buffer.position() + length);
        return text;
    }

    float[] floats(int count) {
        if (count > buffer.remaining() / Float.BYTES) {
            throw new BufferUnderflowException();
        }
        float[] values = new float[count];
        buffer.slice(buffer.position(), count * Float.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .asFloatBuffer()
                .get(values);
        buffer.position(buffer.position() + count * Float.BYTES);
        return values;
    }

    /** How many elements follow, of at least so many bytes each: more than there are bytes for is damage, not memory to take. */
    int count(int bytesEach) {
        long count = varying();
        if (count < 0 || count > buffer.remaining() / bytesEach) {
            throw new IllegalArgumentException("a list of " + count + " elements does not fit");
        }
        return (int) count;
    }
}
