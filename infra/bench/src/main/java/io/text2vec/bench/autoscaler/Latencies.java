package io.text2vec.bench.autoscaler;

/** How many requests took how long, in quarters of a millisecond up to two minutes; what is longer counts as these. */
final class Latencies {
    private static final int PARTS = 4;
    private static final int LONGEST = 120_000 * PARTS;

    private final long[] counts = new long[LONGEST + 1];
    private long all;

    void record(double millis, long count) {
        counts[(int) Math.min(LONGEST, millis * PARTS)] += count;
        all += count;
    }

    long all() {
        return all;
    }

    /** The time in milliseconds that this share of the requests, 0 to 1, didn't exceed. */
    double quantile(double share) {
        long wanted = (long) Math.ceil(share * all);
        long seen = 0;
        for (int i = 0; i <= LONGEST; i++) {
            seen += counts[i];
            if (seen >= wanted && seen > 0) {
                return (i + 1.0) / PARTS;
            }
        }
        return 0;
    }

    /** Which share of the requests took longer. */
    double slower(double millis) {
        long slower = 0;
        for (int i = (int) Math.min(LONGEST, millis * PARTS); i <= LONGEST; i++) {
            slower += counts[i];
        }
        return all == 0 ? 0 : (double) slower / all;
    }
}
