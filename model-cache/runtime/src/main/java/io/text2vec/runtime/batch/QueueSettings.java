package io.text2vec.runtime.batch;

import java.time.Duration;
import java.util.Objects;

/**
 * Limits of the queue in front of a model.
 *
 * @param runs how many inferences run at once, each on a thread of its own
 * @param capacity how many texts may wait; what a run has taken waits no more
 * @param maxWaitingChars how many characters, UTF-16 units, the texts that wait may have in all: what bounds their memory,
 *     since one text may be as long as a thousand others
 * @param maxBatchTokens most tokens of a run, padding included; a longer sequence runs alone
 * @param deadline how long after it was taken a text may go without a vector
 * @param drain how long closing waits for texts that were taken
 */
public record QueueSettings(
        int runs, int capacity, long maxWaitingChars, int maxBatchTokens, Duration deadline, Duration drain) {

    /** The deadline where nobody chose one. */
    public static final Duration DEFAULT_DEADLINE = Duration.ofSeconds(30);

    /** Longer is a mistake of units, and would overflow a clock of nanoseconds. */
    private static final Duration LONGEST = Duration.ofDays(365);

    /** @throws IllegalArgumentException if a number or the deadline is not positive, or a duration is above a year */
    public QueueSettings {
        atLeastOne("runs", runs);
        atLeastOne("capacity", capacity);
        atLeastOne("maxWaitingChars", maxWaitingChars);
        atLeastOne("maxBatchTokens", maxBatchTokens);
        within("deadline", deadline, Duration.ofNanos(1));
        within("drain", drain, Duration.ZERO);
    }

    private static void atLeastOne(String name, long value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " must be at least 1, not " + value);
        }
    }

    private static void within(String name, Duration value, Duration least) {
        Objects.requireNonNull(value, name);
        if (value.compareTo(least) < 0 || value.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(name + " must be " + least + " to " + LONGEST + ", not " + value);
        }
    }
}
