package io.text2vec.collections.filter;

/**
 * How large a filter may be.
 *
 * @param depth {@code TEXT2VEC_FILTER_DEPTH}: how many conditions may stand within each other; a single one has depth 1
 * @param conditions {@code TEXT2VEC_FILTER_CONDITIONS}: how many conditions and values to compare with there may be in all
 */
public record FilterLimits(int depth, int conditions) {
    /** Filters are walked by recursion: what is deeper could overflow a thread's stack. */
    private static final int DEEPEST = 1000;

    /** Engines count what they make of conditions in 32 bits or less, and keep all of it in memory. */
    private static final int MOST_CONDITIONS = 100_000;

    public static final FilterLimits DEFAULT = new FilterLimits(100, 10_000);

    /** As much as there can be: for who is given filters that were checked already. */
    public static final FilterLimits LARGEST = new FilterLimits(DEEPEST, MOST_CONDITIONS);

    /** @throws IllegalArgumentException if one is out of range */
    public FilterLimits {
        check("TEXT2VEC_FILTER_DEPTH", depth, DEEPEST);
        check("TEXT2VEC_FILTER_CONDITIONS", conditions, MOST_CONDITIONS);
    }

    private static void check(String name, int limit, int most) {
        if (limit < 1 || limit > most) {
            throw new IllegalArgumentException("%s must be from 1 to %d; it is %d".formatted(name, most, limit));
        }
    }
}
