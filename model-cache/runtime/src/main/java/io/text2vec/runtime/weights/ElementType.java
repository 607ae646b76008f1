package io.text2vec.runtime.weights;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;

/** How a tensor keeps its numbers; little-endian each. */
public enum ElementType {
    /** IEEE 754 binary32. */
    F32(Float.BYTES) {
        @Override
        void read(MemorySegment data, long from, float[] into, int count) {
            slice(data, from * Float.BYTES, count * (long) Float.BYTES)
                    .asFloatBuffer()
                    .get(into, 0, count);
        }
    },
    /** IEEE 754 binary16. */
    F16(Short.BYTES) {
        @Override
        void read(MemorySegment data, long from, float[] into, int count) {
            ShortBuffer halves =
                    slice(data, from * Short.BYTES, count * (long) Short.BYTES).asShortBuffer();
            for (int i = 0; i < count; i++) {
                into[i] = Float.float16ToFloat(halves.get(i));
            }
        }
    },
    /** The upper half of a binary32. */
    BF16(Short.BYTES) {
        @Override
        void read(MemorySegment data, long from, float[] into, int count) {
            ShortBuffer halves =
                    slice(data, from * Short.BYTES, count * (long) Short.BYTES).asShortBuffer();
            for (int i = 0; i < count; i++) {
                into[i] = Float.intBitsToFloat(halves.get(i) << Short.SIZE);
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

    // Not by layouts: their handles are looked up by reflection, which native executables can't do everywhere.
    private static ByteBuffer slice(MemorySegment data, long from, long count) {
        return data.asSlice(from, count).asByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
    }
}
