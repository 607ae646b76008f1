package io.text2vec.lucene.aggregate;

import java.util.Comparator;

/**
 * A key, and how often it occurs.
 *
 * @param document one that has it
 */
record Counted(long key, long count, int document) {
    static final Comparator<Counted> MOST_FREQUENT_FIRST =
            Comparator.comparingLong((Counted counted) -> -counted.count()).thenComparingLong(Counted::key);
}
