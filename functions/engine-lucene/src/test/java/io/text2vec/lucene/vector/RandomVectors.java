package io.text2vec.lucene.vector;

import java.util.Random;

/** Vectors that gather around some centres, as those of texts do. */
final class RandomVectors {
    private static final int CENTRES = 50;

    private final Random random;
    private final float[][] centres = new float[CENTRES][];
    private final int length;

    RandomVectors(long seed, int length) {
        this.random = new Random(seed);
        this.length = length;
        for (int i = 0; i < CENTRES; i++) {
            centres[i] = gaussian();
        }
    }

    float[] next() {
        float[] centre = centres[random.nextInt(CENTRES)];
        float[] vector = gaussian();
        for (int i = 0; i < length; i++) {
            vector[i] += centre[i];
        }
        return vector;
    }

    float[] nextUnit() {
        return VectorFields.unit(next());
    }

    private float[] gaussian() {
        float[] vector = new float[length];
        for (int i = 0; i < length; i++) {
            vector[i] = (float) random.nextGaussian();
        }
        return vector;
    }
}
