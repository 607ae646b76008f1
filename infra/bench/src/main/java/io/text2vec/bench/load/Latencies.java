package io.text2vec.bench.load;

import java.util.Arrays;

/** Collects durations in nanoseconds. */
final class Latencies {
    private long[] nanos = new long[1024];
    private int count;

    void add(long duration) {
        if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, 2 * count);
        }
        nanos[count++] = duration;
    }

    int count() {
        return count;
    }

    /** The duration that a share of all stays within (nearest rank). */
    double milliseconds(double share) {
        if (count == 0) {
            throw new IllegalStateException("No request was answered");
        }
        long[] sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        return sorted[(int) Math.ceil(share * count) - 1] / 1e6;
    }
}
