package io.text2vec.lucene.aggregate;

import io.text2vec.lucene.aggregate.Values.Pass;
import java.io.IOException;
import java.util.Arrays;

/**
 * Finds the one or two values in the middle, without sorting: each pass counts the values of some 65 thousand ranges, and the
 * next one looks only at the range that the middle lies in.
 *
 * @param least of all values
 * @param most of all values
 */
record Middle(Pass values, long count, long least, long most) {
    private static final int BITS = 16;

    /** So few are sorted. */
    private static final int FEW = 1 << BITS;

    /** The two values, which are one where their number is odd. */
    long[] find() throws IOException {
        long left = (count - 1) / 2;
        long right = count / 2;
        return count <= FEW ? sorted((int) left, (int) right) : ranged(left, right);
    }

    private long[] sorted(int left, int right) throws IOException {
        long[] all = new long[(int) count];
        int[] size = {0};
        values.over((document, key) -> all[size[0]++] = key);
        Arrays.sort(all);
        return new long[] {all[left], all[right]};
    }

    private long[] ranged(long left, long right) throws IOException {
        long low = least;
        long high = most;
        long below = 0;
        while (true) {
            int shift = Math.max(0, Long.SIZE - Long.numberOfLeadingZeros(high - low) - BITS);
            long[] counts = counts(low, high, shift);
            int range = 0;
            while (below + counts[range] <= left) {
                below += counts[range++];
            }
            low += (long) range << shift;
            if (shift == 0) {
                return new long[] {low, right < below + counts[range] ? low : leastAbove(low)};
            }
            long last = low + (1L << shift) - 1;
            high = Math.min(high, last < low ? high : last);
        }
    }

    private long[] counts(long low, long high, int shift) throws IOException {
        long[] counts = new long[(int) (high - low >>> shift) + 1];
        values.over((document, key) -> {
            if (low <= key && key <= high) {
                counts[(int) (key - low >>> shift)]++;
            }
        });
        return counts;
    }

    private long leastAbove(long bound) throws IOException {
        long[] found = {Long.MAX_VALUE};
        values.over((document, key) -> {
            if (key > bound && key < found[0]) {
                found[0] = key;
            }
        });
        return found[0];
    }
}
