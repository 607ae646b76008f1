package io.text2vec.runtime.protobuf;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Walks over the fields of one protobuf message (protobuf.dev/programming-guides/encoding), without a schema. */
public final class Fields {
    private static final int VARINT = 0;
    private static final int FIXED64 = 1;
    private static final int BYTES = 2;
    private static final int FIXED32 = 5;

    private final ByteBuffer message;
    private int number;
    private long value;
    private ByteBuffer bytes;

    /** @param message read from its position to its limit; its position moves */
    public Fields(ByteBuffer message) {
        this.message = message.order(ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * Steps to the next field.
     *
     * @throws java.nio.BufferUnderflowException if the message ends within a field
     * @throws IllegalArgumentException if there can't be such a field
     */
    public boolean next() {
        if (!message.hasRemaining()) {
            return false;
        }
        long tag = varint();
        number = (int) (tag >>> 3);
        value = 0;
        bytes = null;
        switch ((int) (tag & 7)) {
            case VARINT -> value = varint();
            case FIXED64 -> value = message.getLong();
            case FIXED32 -> value = message.getInt();
            case BYTES -> bytes = slice(varint());
            default -> throw new IllegalArgumentException("No wire type of protobuf: " + (tag & 7));
        }
        return true;
    }

    /** The field's number. */
    public int number() {
        return number;
    }

    /** A number field's value; 0 for other fields. */
    public long value() {
        return value;
    }

    /** What a message, string or packed field holds; empty for a number. Shares the message's memory. */
    public ByteBuffer bytes() {
        return bytes == null ? ByteBuffer.allocate(0) : bytes;
    }

    private ByteBuffer slice(long length) {
        if (length < 0 || length > message.remaining()) {
            throw new IllegalArgumentException("A field of " + length + " bytes in " + message.remaining());
        }
        ByteBuffer slice = message.slice(message.position(), (int) length);
        message.position(message.position() + (int) length);
        return slice;
    }

    private long varint() {
        long result = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            byte next = message.get();
            result |= (next & 0x7FL) << shift;
            if (next >= 0) {
                return result;
            }
        }
        throw new IllegalArgumentException("A number of more than ten bytes");
    }
}
