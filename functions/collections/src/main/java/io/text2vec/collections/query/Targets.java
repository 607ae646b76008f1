package io.text2vec.collections.query;

import io.text2vec.collections.CollectionException.Invalid;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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

    /**
     * Targets as a client gives them.
     *
     * @param names each once; none: those that the source has vectors for, or else the collection's only one
     * @param weights by name; looked at where the combination takes some
     * @param source whose vectors by target, if it has such, tell how often each target is meant
     * @throws Invalid if these don't fit each other
     */
    public static Targets of(
            List<String> names, Combination combination, Map<String, List<Double>> weights, Optional<Source> source) {
        List<String> each = source.map(from -> repeated(names, from)).orElse(names);
        if (each.isEmpty()) {
            return ONLY;
        }
        if (combination != Combination.MANUAL && combination != Combination.RELATIVE_SCORE) {
            return new Targets(each, combination, Map.of());
        }
        checkWeights(weights, each);
        return new Targets(each, combination, weights);
    }

    private static List<String> repeated(List<String> names, Source source) {
        if (!(source instanceof Source.Vectors vectors)) {
            return names;
        }
        Set<String> distinct =
                new LinkedHashSet<>(names.isEmpty() ? vectors.byTarget().keySet() : names);
        if (!distinct.equals(vectors.byTarget().keySet())) {
            throw new Invalid("The target vectors are %s, but there are vectors for %s."
                    .formatted(distinct, vectors.byTarget().keySet()));
        }
        List<String> each = new ArrayList<>();
        distinct.forEach(name ->
                each.addAll(Collections.nCopies(vectors.byTarget().get(name).size(), name)));
        return each;
    }

    private static void checkWeights(Map<String, List<Double>> weights, List<String> names) {
        if (!weights.keySet().equals(Set.copyOf(names))) {
            throw new Invalid("The target vectors are %s, but there are weights for %s."
                    .formatted(Set.copyOf(names), weights.keySet()));
        }
        weights.forEach((name, all) -> {
            if (all.size() != Collections.frequency(names, name)) {
                throw new Invalid("The target vector %s stands %d times, but has %d weights."
                        .formatted(name, Collections.frequency(names, name), all.size()));
            }
        });
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
