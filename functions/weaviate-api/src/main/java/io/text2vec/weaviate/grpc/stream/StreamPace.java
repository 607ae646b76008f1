package io.text2vec.weaviate.grpc.stream;

import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/**
 * How much a stream may have waiting, and how much it should send at once, by how fast its items have been written. Times
 * are of {@link System#nanoTime}; used by one thread.
 */
public final class StreamPace {
    /** Of work, before a rate is believed. */
    private static final long WINDOW = TimeUnit.SECONDS.toNanos(1);

    private static final double NANOS = WINDOW;

    /** Seconds of work that may wait: enough that none is missing, little enough to be finished when this ends. */
    private static final double AHEAD = 2;

    private static final int LEAST = 100;
    private static final int MOST = 1000;

    /** Items that may wait before a rate is known: a message of the size that clients begin with, and one more. */
    private static final int FIRST = 2 * LEAST;

    /** A size is told when it differs from the last one by more than one part in so many. */
    private static final int NOTABLE = 5;

    private double rate; // items a second, 0 while it isn't known
    private long since; // when what is counted began, or was looked at last
    private boolean working;
    private long busy;
    private int written;
    private int told = LEAST;

    /** Some items have come. */
    public void came(long now) {
        if (!working) {
            working = true;
            since = now;
        }
    }

    /**
     * Some items have been written.
     *
     * @param waiting those that still wait
     */
    public void written(int items, int waiting, long now) {
        written += items;
        busy += now - since;
        since = now;
        working = waiting > 0;
        if (busy >= WINDOW) {
            double latest = written * NANOS / busy;
            rate = rate == 0 ? latest : (rate + latest) / 2;
            busy = 0;
            written = 0;
        }
    }

    /** How many items may wait before no further message is read. */
    public int room() {
        return rate == 0 ? FIRST : clamp(AHEAD * rate, 2 * MOST);
    }

    /**
     * What the client should send at once: what is written in a while, less what waits.
     *
     * @return nothing if that is what it has been told, more or less
     */
    public OptionalInt size(int waiting) {
        if (rate == 0) {
            return OptionalInt.empty();
        }
        int size = clamp(AHEAD * rate - waiting, MOST);
        if (Math.abs(size - told) * NOTABLE <= told) {
            return OptionalInt.empty();
        }
        told = size;
        return OptionalInt.of(size);
    }

    private static int clamp(double items, int most) {
        return (int) Math.clamp(items, LEAST, most);
    }
}
