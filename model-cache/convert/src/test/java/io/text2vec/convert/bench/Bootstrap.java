package io.text2vec.convert.bench;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Between which bounds a mean lies, by drawing its values again and again (Efron 1979): 95 of 100 such means do. */
record Bootstrap(double mean, double low, double high) {
    private static final int DRAWS = 10_000;
    private static final double OUTSIDE = 0.025;

    static Bootstrap of(double[] values) {
        SplittableRandom random = new SplittableRandom(1);
        double[] means = new double[DRAWS];
        for (int draw = 0; draw < DRAWS; draw++) {
            double sum = 0;
            for (int i = 0; i < values.length; i++) {
                sum += values[random.nextInt(values.length)];
            }
            means[draw] = sum / values.length;
        }
        Arrays.sort(means);
        return new Bootstrap(
                Arrays.stream(values).average().orElseThrow(),
                means[(int) (DRAWS * OUTSIDE)],
                means[(int) (DRAWS * (1 - OUTSIDE))]);
    }
}
