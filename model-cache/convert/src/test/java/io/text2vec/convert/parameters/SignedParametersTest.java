package io.text2vec.convert.parameters;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SignedParametersTest {

    /** Only a matrix. */
    private record One(Matrix matrix) implements Parameters {
        @Override
        public boolean eightBits() {
            return true;
        }

        @Override
        public boolean has(String name) {
            return false;
        }

        @Override
        public float[] vector(String name) {
            throw new AssertionError();
        }

        @Override
        public Matrix matrix(String module) {
            return matrix;
        }

        @Override
        public Table table(String module) {
            throw new AssertionError();
        }

        @Override
        public long bytes() {
            return 0;
        }

        @Override
        public void close() {}
    }

    private static Matrix.EightBits signed(boolean overflows, int zero, int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) values[i];
        }
        Parameters unsigned = new One(
                new Matrix.EightBits(bytes, false, bytes.length, 1, new float[] {0.5f}, new byte[] {(byte) zero}));
        return (Matrix.EightBits) new SignedParameters(unsigned, overflows).matrix("m");
    }

    @Test
    void shiftsValuesAndZeroAlike() {
        Matrix.EightBits matrix = signed(false, 127, 0, 127, 255);
        assertThat(matrix.signed()).isTrue();
        assertThat(matrix.values()).containsExactly(-128, -1, 127);
        assertThat(matrix.zeroPoints()).containsExactly(-1);
    }

    @Test
    void leavesEightBitsUnsignedWhereTheyWouldOverflow() {
        assertThat(signed(true, 127, 0, 127, 255).signed()).isFalse();
    }

    @Test
    void sevenBitsNeverOverflow() {
        Matrix.EightBits matrix = signed(true, 60, 10, 60, 137);
        assertThat(matrix.signed()).isTrue();
        assertThat(matrix.values()).containsExactly(-64, -14, 63);
        assertThat(matrix.zeroPoints()).containsExactly(-14);
    }
}
