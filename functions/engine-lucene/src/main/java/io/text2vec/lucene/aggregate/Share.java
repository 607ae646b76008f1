package io.text2vec.lucene.aggregate;

/**
 * A share of all keys: those whose mixed bits begin with a number.
 *
 * @param bits how many bits that number has; 0: all keys
 */
record Share(int bits, long number) {
    static final Share ALL = new Share(0, 0);

    boolean has(long mixed) {
        return bits == 0 || mixed >>> Long.SIZE - bits == number;
    }

    /** The first half of it. */
    Share half() {
        return new Share(bits + 1, number << 1);
    }

    /** Whether there are others behind it. */
    boolean hasNext() {
        return number + 1 >>> bits == 0;
    }

    /** The one behind it, of its size. */
    Share next() {
        return new Share(bits, number + 1);
    }

    /** Spreads the bits of a key, so that shares are of about one size. Different keys stay different. */
    static long mix(long key) {
        long mixed = (key ^ key >>> 30) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94d049bb133111ebL;
        return mixed ^ mixed >>> 31;
    }
}
