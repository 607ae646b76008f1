package io.text2vec.lucene.aggregate;

import java.util.function.Consumer;

/**
 * Counts how often each key of a share occurs. Once there are too many different ones it forgets half of its share and
 * counts the rest only.
 */
final class Tally implements Values.Visitor {
    /** So many take 10 MiB. */
    static final int MOST = 1 << 18;

    private static final int FIRST_SIZE = 1 << 10;

    private final int most;
    private Share share;
    private long[] keys;
    private long[] counts; // 0 where there is no key
    private int[] documents;
    private int size;

    /** @param most different keys at once, a power of two */
    Tally(Share share, int most) {
        this.share = share;
        this.most = most;
        make(Math.min(2 * most, FIRST_SIZE));
    }

    private void make(int slots) {
        keys = new long[slots];
        counts = new long[slots];
        documents = new int[slots];
        size = 0;
    }

    /** What is counted, from the beginning on. */
    Share share() {
        return share;
    }

    @Override
    public void see(int document, long key) {
        long mixed = Share.mix(key);
        if (share.has(mixed)) {
            add(key, mixed, 1, document);
            if (2 * size > keys.length) {
                makeRoom();
            }
        }
    }

    private void add(long key, long mixed, long count, int document) {
        int last = keys.length - 1;
        int slot = (int) mixed & last;
        while (counts[slot] != 0 && keys[slot] != key) {
            slot = slot + 1 & last;
        }
        if (counts[slot] == 0) {
            keys[slot] = key;
            documents[slot] = document;
            size++;
        }
        counts[slot] += count;
    }

    private void makeRoom() {
        if (keys.length < 2 * most) {
            move(2 * keys.length);
        }
        while (size >= most) {
            share = share.half();
            move(keys.length);
        }
    }

    private void move(int slots) {
        long[] movedKeys = keys;
        long[] movedCounts = counts;
        int[] movedDocuments = documents;
        make(slots);
        for (int slot = 0; slot < movedKeys.length; slot++) {
            long mixed = Share.mix(movedKeys[slot]);
            if (movedCounts[slot] != 0 && share.has(mixed)) {
                add(movedKeys[slot], mixed, movedCounts[slot], movedDocuments[slot]);
            }
        }
    }

    void each(Consumer<Counted> to) {
        for (int slot = 0; slot < keys.length; slot++) {
            if (counts[slot] != 0) {
                to.accept(new Counted(keys[slot], counts[slot], documents[slot]));
            }
        }
    }
}
