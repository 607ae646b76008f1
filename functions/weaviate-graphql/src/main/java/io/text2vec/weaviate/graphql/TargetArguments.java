package io.text2vec.weaviate.graphql;

import io.text2vec.collections.CollectionException.Invalid;
import io.text2vec.collections.query.Source;
import io.text2vec.collections.query.Targets;
import io.text2vec.collections.query.Targets.Combination;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads which vectors are searched: {@code targetVectors}, or {@code targets} with how their distances become one. */
final class TargetArguments {
    private TargetArguments() {}

    /** @param source whose vectors by target, if it has such, tell how often each target is meant */
    static Targets read(Arguments search, Optional<Source> source) {
        Optional<Arguments> targets = search.object("targets");
        return Targets.of(
                targets.map(some -> some.texts("targetVectors")).orElseGet(() -> search.texts("targetVectors")),
                targets.flatMap(some -> some.text("combinationMethod"))
                        .map(TargetArguments::combination)
                        .orElse(Combination.MINIMUM),
                targets.map(some -> weights(some.all().get("weights"))).orElse(Map.of()),
                source);
    }

    private static Combination combination(String word) {
        return switch (word) {
            case "sum" -> Combination.SUM;
            case "average" -> Combination.AVERAGE;
            case "manualWeights" -> Combination.MANUAL;
            case "relativeScore" -> Combination.RELATIVE_SCORE;
            default -> Combination.MINIMUM; // the schema has no other word
        };
    }

    private static Map<String, List<Double>> weights(Object given) {
        Map<String, List<Double>> weights = new LinkedHashMap<>();
        if (given instanceof Map<?, ?> map) {
            map.forEach((name, value) -> weights.put(
                    name.toString(),
                    numbers(value instanceof Number ? List.of(value) : value, "weights").stream()
                            .map(Number::doubleValue)
                            .toList()));
        }
        return weights;
    }

    /**
     * Vectors by the name of their target: one, or a list of several.
     *
     * @param given of the type {@code _VectorPerTarget}
     */
    static Source vectors(Object given) {
        Map<String, List<float[]>> vectors = new LinkedHashMap<>();
        ((Map<?, ?>) given)
                .forEach((name, value) -> vectors.put(
                        name.toString(),
                        value instanceof List<?> list
                                        && list.stream().allMatch(List.class::isInstance)
                                        && !list.isEmpty()
                                ? list.stream().map(TargetArguments::vector).toList()
                                : List.of(vector(value))));
        return new Source.Vectors(vectors);
    }

    private static float[] vector(Object value) {
        List<Number> numbers = numbers(value, "vectorPerTarget");
        float[] vector = new float[numbers.size()];
        for (int i = 0; i < vector.length; i++) {
            vector[i] = numbers.get(i).floatValue();
        }
        return vector;
    }

    private static List<Number> numbers(Object value, String where) {
        if (value instanceof List<?> list && list.stream().allMatch(Number.class::isInstance)) {
            return list.stream().map(Number.class::cast).toList();
        }
        throw new Invalid(where + " takes numbers, or a list of them, for each target vector.");
    }
}
