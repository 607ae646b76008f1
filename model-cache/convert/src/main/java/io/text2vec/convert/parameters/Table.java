package io.text2vec.convert.parameters;

import io.text2vec.runtime.weights.Tensor;

/** An embedding table, {@code [rows][width]}. */
public sealed interface Table {
    int rows();

    /** Numbers of a row. */
    int width();

    /** Plain numbers, still in their file. */
    record Floats(Tensor tensor) implements Table {
        @Override
        public int rows() {
            return Math.toIntExact(tensor.shape().getFirst());
        }

        @Override
        public int width() {
            return Math.toIntExact(tensor.shape().getLast());
        }
    }

    /**
     * Unsigned numbers of 8 bits; a number stands for {@code (value - zero point) * scale}.
     *
     * @param values row-major; its own
     */
    record EightBits(byte[] values, int rows, int width, float scale, byte zeroPoint) implements Table {}
}
