package io.text2vec.weaviate.grpc.search;

import io.text2vec.collections.CollectionException.Invalid;
import io.text2vec.collections.query.Source;
import io.text2vec.collections.query.Targets.Combination;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBaseSearch.Targets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads which vectors are searched. */
final class TargetsMessage {
    private TargetsMessage() {}

    /**
     * Reads the targets of a search.
     *
     * @param has whether the message has {@code targets}
     * @param old names in the older form
     */
    static io.text2vec.collections.query.Targets read(
            boolean has, Targets targets, List<String> old, Optional<Source> source) {
        return io.text2vec.collections.query.Targets.of(
                has ? targets.getTargetVectorsList() : old, combination(targets), weights(targets), source);
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

    private static Map<String, List<Double>> weights(Targets targets) {
        Map<String, List<Double>> weights = new LinkedHashMap<>();
        targets.getWeightsForTargetsList()
                .forEach(weight -> weights.computeIfAbsent(weight.getTarget(), name -> new ArrayList<>())
                        .add((double) weight.getWeight()));
        return weights;
    }
}
