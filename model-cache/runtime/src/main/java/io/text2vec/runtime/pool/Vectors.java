package io.text2vec.runtime.pool;

import java.util.Arrays;

/** What is done to a vector after pooling. */
public final class Vectors {
    /** As in PyTorch's {@code normalize}: a vector of zeros stays one instead of becoming NaN. */
    private static final float SMALLEST_NORM = 1e-12f;

    private Vectors() {}

    /** Divides a vector by its L2 norm, in place, and returns it. */
    public static float[] normalize(float[] vector) {
        double squares = 0;
        for (float x : vector) {
            squares += (double) x * x;
        }
        float norm = Math.max((float) Math.sqrt(squares), SMALLEST_NORM);
        for (int i = 0; i < vector.length; i++) {
            vector[i] /= norm;
        }
        return vector;
    }

    /** The first {@code n} values, or the vector itself when it has no more. */
    public static float[] first(float[] vector, int n) {
        return n >= vector.length ? vector : Arrays.copyOf(vector, n);
    }
}
