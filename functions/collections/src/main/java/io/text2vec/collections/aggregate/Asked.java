package io.text2vec.collections.aggregate;

import java.util.Set;

/**
 * What is asked of a property's values. How many there are is told anyway.
 *
 * @param property name
 * @param statistics of int, number and date; whatever else a property is has none
 * @param occurrences how many of the most frequent texts, 0 for none
 */
public record Asked(String property, Set<Statistic> statistics, int occurrences) {

    public Asked {
        statistics = Set.copyOf(statistics);
    }
}
