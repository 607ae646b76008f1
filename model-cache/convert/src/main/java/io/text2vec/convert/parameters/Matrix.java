package io.text2vec.convert.parameters;

/** The weight of a linear layer as a graph multiplies with it: {@code [in][out]}, row-major. The arrays are its own. */
public sealed interface Matrix {
    /** Rows. */
    int in();

    /** Columns. */
    int out();

    /** Plain numbers. */
    record Floats(float[] values, int in, int out) implements Matrix {}

    /**
     * Numbers of 8 bits; a number stands for {@code (value - zero point) * scale}.
     *
     * @param signed whether the values and zero points are signed
     * @param scales one for the matrix, or one a column
     * @param zeroPoints as many as scales
     */
    record EightBits(byte[] values, boolean signed, int in, int out, float[] scales, byte[] zeroPoints)
            implements Matrix {

        /** Whether a value of 0 stands for 0 everywhere. */
        public boolean centred() {
            for (byte zero : zeroPoints) {
                if (zero != 0) {
                    return false;
                }
            }
            return true;
        }
    }
}
