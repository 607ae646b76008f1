package io.text2vec.convert.parameters;

/**
 * Parameters whose 8-bit matrices are signed where that changes no result: processors multiply unsigned activations by
 * signed weights faster than by unsigned ones.
 *
 * @param overflows whether the processor adds two products in 16 bits, so that only weights of 7 bits are safe to be signed
 */
public record SignedParameters(Parameters parameters, boolean overflows) implements Parameters {
    private static final int MIDDLE = 128;
    private static final int REDUCED = 64;

    @Override
    public boolean eightBits() {
        return parameters.eightBits();
    }

    @Override
    public boolean has(String name) {
        return parameters.has(name);
    }

    @Override
    public float[] vector(String name) {
        return parameters.vector(name);
    }

    @Override
    public Matrix matrix(String module) {
        Matrix matrix = parameters.matrix(module);
        return matrix instanceof Matrix.EightBits eight && !eight.signed() ? signed(eight) : matrix;
    }

    private Matrix.EightBits signed(Matrix.EightBits matrix) {
        byte[] values = matrix.values();
        int least = Integer.MAX_VALUE;
        int most = Integer.MIN_VALUE;
        for (byte value : values) {
            least = Math.min(least, value & 0xFF);
            most = Math.max(most, value & 0xFF);
        }
        if (overflows && most - least >= 2 * REDUCED) {
            return matrix;
        }
        int shift = overflows ? least + REDUCED : MIDDLE;
        byte[] shifted = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            shifted[i] = (byte) ((values[i] & 0xFF) - shift);
        }
        byte[] zeros = new byte[matrix.zeroPoints().length];
        for (int i = 0; i < zeros.length; i++) {
            int zero = (matrix.zeroPoints()[i] & 0xFF) - shift;
            if (zero != (byte) zero) {
                return matrix;
            }
            zeros[i] = (byte) zero;
        }
        return new Matrix.EightBits(shifted, true, matrix.in(), matrix.out(), matrix.scales(), zeros);
    }

    @Override
    public Table table(String module) {
        return parameters.table(module);
    }

    @Override
    public long bytes() {
        return parameters.bytes();
    }

    @Override
    public void close() {
        parameters.close();
    }
}
