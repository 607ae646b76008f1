package io.text2vec.runtime.batch;

import java.time.Duration;

/** How fast sequences are served, to tell whom we refuse when to come again. */
final class Pace {
    /** How many runs the average looks back on, roughly. */
    private static final int MEMORY = 16;

    private static final Duration LEAST = Duration.ofSeconds(1);

    private final int runs;
    private final Duration most;
    private double nanosPerSequence;

    /**
     * @param runs how many inferences run at once
     * @param deadline by then whatever waits now has been answered or dropped
     */
    Pace(int runs, Duration deadline) {
        this.runs = runs;
        this.most = deadline;
    }

    synchronized void ran(int sequences, long nanos) {
        double latest = (double) nanos / sequences;
        nanosPerSequence += (latest - nanosPerSequence) / (nanosPerSequence == 0 ? 1 : MEMORY);
    }

    /**
     * How long until so many sequences have run, going by recent runs: at least a second, which is also the answer before
     * the first run.
     */
    synchronized Duration toServe(int sequences) {
        Duration estimate = Duration.ofNanos((long) (sequences * nanosPerSequence / runs));
        Duration bounded = estimate.compareTo(most) > 0 ? most : estimate;
        return bounded.compareTo(LEAST) < 0 ? LEAST : bounded;
    }
}
