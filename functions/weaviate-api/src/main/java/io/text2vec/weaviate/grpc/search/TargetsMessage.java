package io.text2vec.weaviate.grpc.search;

import io.text2vec.collections.CollectionException.Invalid;
import io.text2vec.collections.query.Source;
import io.text2vec.collections.query.Targets.Combination;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBaseSearch.Targets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads which vectors are searched. */
final class TargetsMessage {
    private TargetsMessage() {}

    /**
     * Reads the targets of a search.
     *
     * @param has whether the message has {@code targets}
     * @param old names in the older form
     * @param source whose vectors by target, if it has such, tell how often each target is meant
     */
    static io.text2vec.collections.query.Targets read(boolean has, Targets targets, List<String> old, Source source) {
        List<String> names = repeated(has ? targets.getTargetVectorsList() : old, source);
        if (names.isEmpty()) {
            return io.text2vec.collections.query.Targets.ONLY;
        }
        Combination combination = combination(targets);
        boolean weighed = combination == Combination.MANUAL || combination == Combination.RELATIVE_SCORE;
        return new io.text2vec.collections.query.Targets(
                names, combination, weighed ? weights(targets, names) : Map.of());
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

    private static Combination combination(Targets targets) {
        return switch (targets.getCombination()) {
            case COMBINATION_METHOD_UNSPECIFIED, COMBINATION_METHOD_TYPE_MIN -> Combination.MINIMUM;
            case COMBINATION_METHOD_TYPE_SUM -> Combination.SUM;
            case COMBINATION_METHOD_TYPE_AVERAGE -> Combination.AVERAGE;
            case COMBINATION_METHOD_TYPE_RELATIVE_SCORE -> Combination.RELATIVE_SCORE;
            case COMBINATION_METHOD_TYPE_MANUAL -> Combination.MANUAL;
            case UNRECOGNIZED ->
                throw new Invalid("There is no combination " + targets.getCombinationValue() + " of target vectors.");
        };
    }

    private static Map<String, List<Double>> weights(Targets targets, List<String> names) {
        Map<String, List<Double>> weights = new LinkedHashMap<>();
        targets.getWeightsForTargetsList()
                .forEach(weight -> weights.computeIfAbsent(weight.getTarget(), name -> new ArrayList<>())
                        .add((double) weight.getWeight()));
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
        return weights;
    }
}
