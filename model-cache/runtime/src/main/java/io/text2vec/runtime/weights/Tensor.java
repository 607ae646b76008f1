package io.text2vec.runtime.weights;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/**
 * A tensor, most often in a mapped file.
 *
 * @param name its name there
 * @param type how its numbers are kept
 * @param shape its dimensions; none for a single number
 * @param data the numbers in row-major order, readable while the file is open; memory of its own or of a byte array
 */
public record Tensor(String name, ElementType type, List<Long> shape, MemorySegment data) {

    private static final long LARGEST = Long.MAX_VALUE / Long.BYTES;

    /** @throws IllegalArgumentException if there are more or fewer bytes than the shape needs */
    public Tensor {
        shape = List.copyOf(shape);
        long bytes = count(shape) * type.bytes();
        if (data.byteSize() != bytes) {
            throw new IllegalArgumentException(name + " of the shape " + shape + " as " + type + " needs " + bytes
                    + " bytes; the file gives it " + data.byteSize());
        }
    }

    /** A tensor of numbers in memory. */
    public static Tensor of(String name, List<Long> shape, float... numbers) {
        ByteBuffer bytes = ByteBuffer.allocate(numbers.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(numbers);
        return new Tensor(name, ElementType.F32, shape, MemorySegment.ofBuffer(bytes));
    }

    /** How many numbers there are. */
    public long count() {
        return count(shape);
    }

    /** All numbers, as a new array; for tensors of less than two thousand million. */
    public float[] floats() {
        float[] floats = new float[Math.toIntExact(count())];
        read(0, floats, floats.length);
        return floats;
    }

    /** Reads some numbers, from an index on, to the start of an array. */
    public void read(long from, float[] into, int count) {
        type.read(data, from, into, count);
    }

    /**
     * How many numbers a shape has.
     *
     * @throws IllegalArgumentException if no file could hold so many, or a dimension is negative
     */
    public static long count(List<Long> shape) {
        long count = 1;
        for (long dimension : shape) {
            if (dimension < 0 || dimension > 0 && count > LARGEST / dimension) {
                throw new IllegalArgumentException("No tensor has the shape " + shape);
            }
            count *= dimension;
        }
        return count;
    }
}
