package io.text2vec.bench.load;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** When requests come: at random moments of a given mean rate, with exponential times between them. */
final class Arrivals {
    private final Deque<Long> waiting = new ArrayDeque<>();
    private final RandomGenerator random = new SplittableRandom(1);
    private final double rate;
    private final long end;
    private long next;

    /**
     * @param rate requests a second
     * @param start nanoseconds, as {@link System#nanoTime} tells them
     * @param nanos after which none comes any more
     */
    Arrivals(double rate, long start, long nanos) {
        this.rate = rate;
        this.end = start + nanos;
        this.next = start;
        step();
    }

    private void step() {
        next += (long) (random.nextExponential() / rate * 1e9);
    }

    /** The moment of the request that has come and waits the longest, or -1 if none does. */
    long poll(long now) {
        while (next - now <= 0 && next - end < 0) {
            waiting.add(next);
            step();
        }
        Long first = waiting.poll();
        return first == null ? -1 : first;
    }

    /** Whether all have come and been taken. */
    boolean over() {
        return waiting.isEmpty() && next - end >= 0;
    }

    /** Milliseconds until the next comes, at least 1; 0 for never. */
    long millisToNext(long now) {
        return next - end >= 0 ? 0 : Math.max(1, (next - now) / 1_000_000);
    }
}
