package io.text2vec.collections.read;

import io.text2vec.collections.CollectionException.Invalid;
import io.text2vec.collections.query.Targets;
import io.text2vec.collections.query.Targets.Combination;
import io.text2vec.collections.schema.CollectionDef;
import io.text2vec.collections.schema.VectorDef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;

/** Which vectors of a collection a search is for. */
final class TargetVectors {
    private final CollectionDef collection;
    private final Targets asked;
    private final List<String> names;

    /** @throws Invalid if a name is missing, or is none of the collection's */
    TargetVectors(CollectionDef collection, Targets asked) {
        this.collection = collection;
        this.asked = asked;
        names = asked.names().isEmpty() ? List.of(only(collection)) : asked.names();
        for (String name : names) {
            if (!collection.vectors().containsKey(name) || name.equals(VectorDef.LEGACY) == collection.namedVectors()) {
                throw new Invalid("%s has no vector named '%s'; it has %s."
                        .formatted(collection.name(), name, known(collection)));
            }
        }
    }

    private static String only(CollectionDef collection) {
        if (collection.vectors().size() > 1) {
            throw new Invalid(
                    "%s has several vectors; name the target: %s.".formatted(collection.name(), known(collection)));
        }
        return collection.vectors().keySet().iterator().next();
    }

    private static String known(CollectionDef collection) {
        return collection.namedVectors()
                ? String.join(", ", collection.vectors().keySet())
                : "one without a name";
    }

    /** Each of them once. */
    SequencedSet<String> distinct() {
        return new LinkedHashSet<>(names);
    }

    VectorDef vector(String name) {
        return collection.vectors().get(name);
    }

    Combination combination() {
        return asked.combination();
    }

    /**
     * The weights of a search's vectors.
     *
     * @param vectors for each target how many
     * @return for each target as many; 1 where the combination doesn't weigh
     * @throws Invalid if there are not as many weights as vectors
     */
    Map<String, List<Double>> weights(Map<String, Integer> vectors) {
        boolean weighs =
                switch (combination()) {
                    case MANUAL -> true;
                    case RELATIVE_SCORE -> !asked.weights().isEmpty();
                    case SUM, AVERAGE, MINIMUM -> false;
                };
        Map<String, List<Double>> weights = new HashMap<>();
        vectors.forEach((name, count) -> {
            List<Double> given = weighs ? asked.weights().getOrDefault(name, List.of()) : ones(count);
            if (given.size() != count) {
                throw new Invalid("The target '%s' has %d vectors and %d weights; each needs one."
                        .formatted(name, count, given.size()));
            }
            if (given.stream().anyMatch(weight -> !Double.isFinite(weight))) {
                throw new Invalid("The weights of the target '" + name + "' must be numbers.");
            }
            weights.put(name, given);
        });
        return weights;
    }

    private static List<Double> ones(int count) {
        List<Double> ones = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            ones.add(1.0);
        }
        return ones;
    }
}
