package io.text2vec.lucene.vector;

import io.text2vec.collections.schema.Distance;
import org.apache.lucene.index.VectorSimilarityFunction;

/** What the contract's distances are in Lucene, and what they are exactly. */
final class Metric {
    private Metric() {}

    /**
     * The similarity that a graph of the distance is made with. Cosine is the dot product of unit vectors: the
     * lengths need not be worked out again for every comparison.
     */
    static VectorSimilarityFunction similarity(Distance distance) {
        return switch (distance) {
            case COSINE -> VectorSimilarityFunction.DOT_PRODUCT;
            case DOT -> VectorSimilarityFunction.MAXIMUM_INNER_PRODUCT;
            case L2_SQUARED -> VectorSimilarityFunction.EUCLIDEAN;
            // Lucene has none for these. They are searched by comparing all, which asks no similarity of it.
            case MANHATTAN, HAMMING -> VectorSimilarityFunction.EUCLIDEAN;
        };
    }

    /** Whether Lucene's similarity ranks as the distance does, so that its graph can be searched. */
    static boolean ranksAsLucene(Distance distance) {
        return switch (distance) {
            case COSINE, DOT, L2_SQUARED -> true;
            case MANHATTAN, HAMMING -> false;
        };
    }

    /** The distance of two vectors of one length, computed in double precision. */
    static double of(Distance distance, float[] a, float[] b) {
        return switch (distance) {
            case COSINE -> cosine(a, b);
            case DOT -> -dot(a, b);
            case L2_SQUARED -> squared(a, b);
            case MANHATTAN -> absolute(a, b);
            case HAMMING -> differing(a, b);
        };
    }

    private static double cosine(float[] a, float[] b) {
        double lengths = Math.sqrt(dot(a, a) * dot(b, b));
        return lengths == 0 ? 1 : Math.max(0, 1 - dot(a, b) / lengths);
    }

    static double dot(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (double) a[i] * b[i];
        }
        return sum;
    }

    private static double squared(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            double difference = (double) a[i] - b[i];
            sum += difference * difference;
        }
        return sum;
    }

    private static double absolute(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += Math.abs((double) a[i] - b[i]);
        }
        return sum;
    }

    private static double differing(float[] a, float[] b) {
        int count = 0;
        for (int i = 0; i < a.length; i++) {
            if (a[i] != b[i]) {
                count++;
            }
        }
        return count;
    }
}
