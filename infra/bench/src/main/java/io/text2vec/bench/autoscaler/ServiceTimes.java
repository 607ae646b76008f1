package io.text2vec.bench.autoscaler;

import java.util.Random;

/**
 * How long each of a round of requests is under way: times that scatter around their mean, as whole steps of a
 * millisecond for the simulation and as they are for its latencies.
 */
final class ServiceTimes {
    /** How many there are, a power of two; requests take them in turns. */
    static final int ROUND = 64;

    /** The scatter of their logarithm: the slowest hundredth takes 1.8 times the middle. */
    private static final double SCATTER = 0.25;

    private final double[] millis = new double[ROUND];
    private final int[] steps = new int[ROUND];

    ServiceTimes(double mean) {
        Random chance = new Random(1);
        double sum = 0;
        for (int i = 0; i < ROUND; i++) {
            millis[i] = Math.exp(SCATTER * chance.nextGaussian());
            sum += millis[i];
        }
        double owed = 0; // what rounding has kept from the times before, so that their mean stays
        for (int i = 0; i < ROUND; i++) {
            millis[i] *= mean * ROUND / sum;
            owed += millis[i];
            steps[i] = (int) Math.max(1, Math.round(owed));
            owed -= steps[i];
        }
    }

    double millis(int which) {
        return millis[which];
    }

    int steps(int which) {
        return steps[which];
    }

    int longest() {
        int longest = 0;
        for (int each : steps) {
            longest = Math.max(longest, each);
        }
        return longest;
    }
}
