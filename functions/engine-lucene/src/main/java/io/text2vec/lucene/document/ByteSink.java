package io.text2vec.lucene.document;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;

/** Bytes that grow at their end. */
final class ByteSink {
    private static final int FIRST_SIZE = 512;
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private byte[] bytes = new byte[FIRST_SIZE];
    private int length;

    void one(int value) {
        need(1);
        bytes[length++] = (byte) value;
    }

    /** Seven bits a byte, the lowest first, the highest bit saying that more follow. */
    void varying(long value) {
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            one((int) (rest & 0x7f | 0x80));
            rest >>>= 7;
        }
        one((int) rest);
    }

    /** As {@link #varying}, small negative numbers being as short as positive ones. */
    void signed(long value) {
        varying(value << 1 ^ value >> 63);
    }

    /** Eight bytes, big endian. */
    void eight(long value) {
        need(Long.BYTES);
        LONGS.set(bytes, length, value);
        length += Long.BYTES;
    }

    void uuid(UUID id) {
        eight(id.getMostSignificantBits());
        eight(id.getLeastSignificantBits());
    }

    /** Length in bytes, then UTF-8; a surrogate without its other half becomes a question mark. */
    void text(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        varying(utf8.length);
        need(utf8.length);
        System.arraycopy(utf8, 0, bytes, length, utf8.length);
        length += utf8.length;
    }

    /** Four bytes each, little endian. */
    void floats(float[] values) {
        need(Math.multiplyExact(values.length, Float.BYTES));
        for (float value : values) {
            INTS.set(bytes, length, Float.floatToRawIntBits(value));
            length += Float.BYTES;
        }
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }

    private void need(int more) {
        int needed = Math.addExact(length, more);
        if (needed > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(needed, (int) Math.min(bytes.length * 2L, Integer.MAX_VALUE - 8)));
        }
    }
}
