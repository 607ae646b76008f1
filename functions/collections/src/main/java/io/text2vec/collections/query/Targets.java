package io.text2vec.collections.query;

import java.util.List;
import java.util.Map;

/**
 * Which vectors are searched.
 *
 * @param names empty: the collection's only one; a name stands as often as it has vectors
 * @param weights by name, one for each of its vectors, where the combination is manual or by relative score; else empty
 */
public record Targets(List<String> names, Combination combination, Map<String, List<Double>> weights) {
    /** The collection's only vector. */
    public static final Targets ONLY = new Targets(List.of(), Combination.MINIMUM, Map.of());

    public Targets {
        names = List.copyOf(names);
        weights = Map.copyOf(weights);
    }

    /** How the distances of several vectors become one. */
    public enum Combination {
        SUM,
        AVERAGE,
        MINIMUM,
        MANUAL,
        RELATIVE_SCORE
    }
}
