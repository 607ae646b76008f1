package io.text2vec.bench.autoscaler;

import java.util.Arrays;

/** Requests that wait, first come first served: how many came in which millisecond. */
final class Waiting {
    private long[] came = new long[1024];
    private int[] counts = new int[1024];
    private int head;
    private int groups;
    private long all;

    long all() {
        return all;
    }

    void add(long now, int count) {
        if (groups == came.length) {
            grow();
        }
        int at = (head + groups) & (came.length - 1);
        came[at] = now;
        counts[at] = count;
        groups++;
        all += count;
    }

    /** When the first of them came. */
    long since() {
        return came[head];
    }

    /** Takes of those that came first, at most so many. */
    int take(long atMost) {
        int taken = (int) Math.min(atMost, counts[head]);
        counts[head] -= taken;
        all -= taken;
        if (counts[head] == 0) {
            head = (head + 1) & (came.length - 1);
            groups--;
        }
        return taken;
    }

    private void grow() {
        long[] newCame = Arrays.copyOf(came, came.length * 2);
        int[] newCounts = Arrays.copyOf(counts, came.length * 2);
        // What stood before the head comes behind what stood from it on.
        System.arraycopy(came, 0, newCame, came.length, head);
        System.arraycopy(counts, 0, newCounts, came.length, head);
        came = newCame;
        counts = newCounts;
    }
}
