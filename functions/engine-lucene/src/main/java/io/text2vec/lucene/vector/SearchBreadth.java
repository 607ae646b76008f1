package io.text2vec.lucene.vector;

import io.text2vec.collections.schema.VectorIndex;

/** How many candidates a search in a graph keeps while it walks ({@code ef}): more find more, and take longer. */
final class SearchBreadth {
    private static final int FIXED_BY_LIMIT = -1;

    private SearchBreadth() {}

    /** @param wanted how many hits the search is for; never fewer candidates are kept */
    static int of(VectorIndex index, int wanted) {
        return Math.max(wanted, index.ef() == FIXED_BY_LIMIT ? byLimit(index, wanted) : index.ef());
    }

    private static int byLimit(VectorIndex index, int wanted) {
        long times = (long) setting(index, "dynamicEfFactor", 8) * wanted;
        int most = setting(index, "dynamicEfMax", 500);
        return (int) Math.max(setting(index, "dynamicEfMin", 100), Math.min(times, most));
    }

    private static int setting(VectorIndex index, String name, int otherwise) {
        return index.settings().get(name) instanceof Number number ? number.intValue() : otherwise;
    }
}
