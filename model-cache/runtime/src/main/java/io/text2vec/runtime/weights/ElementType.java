package io.text2vec.runtime.weights;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/** How a tensor keeps its numbers; little-endian each. */
public enum ElementType {
    /** IEEE 754 binary32. */
    F32(Float.BYTES) {
        @Override
        void read(MemorySegment data, long from, float[] into, int count) {
            MemorySegment.copy(data, Layouts.FLOAT, from * Float.BYTES, into, 0, count);
        }
    },
    /** IEEE 754 binary16. */
    F16(Short.BYTES) {
        @Override
        void read(MemorySegment data, long from, float[] into, int count) {
            for (int i = 0; i < count; i++) {
                into[i] = Float.float16ToFloat(data.get(Layouts.SHORT, (from + i) * Short.BYTES));
            }
        }
    },
    /** The upper half of a binary32. */
    BF16(Short.BYTES) {
        @Override
        void read(MemorySegment data, long from, float[] into, int count) {
            for (int i = 0; i < count; i++) {
                into[i] = Float.intBitsToFloat(data.get(Layouts.SHORT, (from + i) * Short.BYTES) << Short.SIZE);
            }
        }
    };

    private final int bytes;

    ElementType(int bytes) {
        this.bytes = bytes;
    }

    /** Bytes of a number. */
    public int bytes() {
        return bytes;
    }

    abstract void read(MemorySegment data, long from, float[] into, int count);

    private static final class Layouts {
        static final ValueLayout.OfFloat FLOAT = ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
        static final ValueLayout.OfShort SHORT = ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    }
}
