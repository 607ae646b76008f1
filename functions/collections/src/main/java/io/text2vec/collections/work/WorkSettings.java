package io.text2vec.collections.work;

/**
 * How much is done at once, and how much may wait.
 *
 * @param reads searches at once; those that wait for a vector count too
 * @param waitingReads searches that may wait for their turn
 * @param writes calls that write at once; a batch is one
 * @param waitingWrites calls that may wait for their turn
 */
public record WorkSettings(int reads, int waitingReads, int writes, int waitingWrites) {

    /** @throws IllegalArgumentException if nothing could ever run */
    public WorkSettings {
        atLeast(1, reads, "TEXT2VEC_READS");
        atLeast(0, waitingReads, "TEXT2VEC_WAITING_READS");
        atLeast(1, writes, "TEXT2VEC_WRITES");
        atLeast(0, waitingWrites, "TEXT2VEC_WAITING_WRITES");
    }

    private static void atLeast(int least, int value, String setting) {
        if (value < least) {
            throw new IllegalArgumentException(setting + " must be at least " + least + ", not " + value);
        }
    }
}
