package io.text2vec.weaviate.grpc.vector;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnsafeByteOperations;
import io.text2vec.collections.CollectionException.Invalid;
import io.text2vec.collections.CollectionException.Unsupported;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBase.Vectors;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBase.Vectors.VectorType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/** Numbers one after the other, least significant byte first: vectors as 32-bit floats, lists as 64-bit numbers. */
public final class VectorBytes {
    private VectorBytes() {}

    /**
     * Reads a vector.
     *
     * @param where the field, for messages
     * @return a new array
     * @throws Invalid if the bytes are no whole number of floats
     */
    public static float[] floats(ByteString bytes, String where) {
        check(bytes, Float.BYTES, where);
        float[] values = new float[bytes.size() / Float.BYTES];
        littleEndian(bytes).asFloatBuffer().get(values);
        return values;
    }

    /**
     * Reads a named vector.
     *
     * @throws Unsupported if it is a list of vectors
     */
    public static float[] floats(Vectors vector, String where) {
        if (vector.getType() == VectorType.VECTOR_TYPE_MULTI_FP32) {
            throw new Unsupported(where + " is a list of vectors: multi-vectors are not supported yet.");
        }
        return floats(vector.getVectorBytes(), where);
    }

    /** Copies the old form, a list of floats. */
    public static float[] floats(List<Float> list) {
        float[] values = new float[list.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = list.get(i);
        }
        return values;
    }

    /** Reads a list of numbers, as {@link #floats(ByteString, String)} does. */
    public static double[] doubles(ByteString bytes, String where) {
        check(bytes, Double.BYTES, where);
        double[] values = new double[bytes.size() / Double.BYTES];
        littleEndian(bytes).asDoubleBuffer().get(values);
        return values;
    }

    /** Reads a list of integers, as {@link #floats(ByteString, String)} does. */
    public static long[] longs(ByteString bytes, String where) {
        check(bytes, Long.BYTES, where);
        long[] values = new long[bytes.size() / Long.BYTES];
        littleEndian(bytes).asLongBuffer().get(values);
        return values;
    }

    public static ByteString of(float[] values) {
        ByteBuffer bytes = room(values.length, Float.BYTES);
        bytes.asFloatBuffer().put(values);
        return UnsafeByteOperations.unsafeWrap(bytes);
    }

    public static ByteString of(double[] values) {
        ByteBuffer bytes = room(values.length, Double.BYTES);
        bytes.asDoubleBuffer().put(values);
        return UnsafeByteOperations.unsafeWrap(bytes);
    }

    public static ByteString of(long[] values) {
        ByteBuffer bytes = room(values.length, Long.BYTES);
        bytes.asLongBuffer().put(values);
        return UnsafeByteOperations.unsafeWrap(bytes);
    }

    private static ByteBuffer room(int values, int width) {
        return ByteBuffer.allocate(values * width).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static ByteBuffer littleEndian(ByteString bytes) {
        return bytes.asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
    }

    private static void check(ByteString bytes, int width, String where) {
        if (bytes.size() % width != 0) {
            throw new Invalid(
                    "%s must have %d bytes for each number; %d bytes came".formatted(where, width, bytes.size()));
        }
    }
}
