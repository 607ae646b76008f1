package io.text2vec.collections.filter;

/**
 * How large a filter may be.
 *
 * @param depth how many conditions may stand within each other; a single one has depth 1
 * @param conditions how many conditions and values to compare with there may be in all
 */
public record FilterLimits(int depth, int conditions) {
    public static final FilterLimits DEFAULT = new FilterLimits(100, 10_000);
}
