package io.text2vec.runtime.batch;

/**
 * Sorts sequences by length, so that what runs together is about equally long.
 *
 * <p>A bucket spans a quarter of an octave: 17-20, 21-24, 25-28, 29-32, 33-40, … tokens. Padding is then at most a fifth
 * of a run, about a tenth where lengths are spread evenly; whole octaves would pad up to a half. Finer steps would save
 * little more and leave a sequence with fewer mates. Up to 16 tokens there is one bucket: there a run costs mostly its
 * start, so mates are worth more than padding.
 */
final class LengthBuckets {
    private static final int SHORT = 16;
    private static final int SHORT_BITS = Integer.numberOfTrailingZeros(SHORT);

    private LengthBuckets() {}

    /** @return the bucket of sequences of that many tokens: from 0, higher for longer */
    static int of(int tokens) {
        if (tokens <= SHORT) {
            return 0;
        }
        int last = tokens - 1; // so that a power of two ends its bucket
        int octave = Integer.SIZE - 1 - Integer.numberOfLeadingZeros(last);
        int quarter = last >>> (octave - 2) & 3;
        return 1 + 4 * (octave - SHORT_BITS) + quarter;
    }
}
