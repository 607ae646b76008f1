package io.text2vec.collections.read;

import io.text2vec.collections.CollectionException.Invalid;
import io.text2vec.collections.query.Source;
import io.text2vec.collections.query.Source.Move;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.UUID;
import java.util.function.Function;

/**
 * A query's vector: the mean of its concepts' vectors, moved towards one point by half the force given and away from
 * another by half of that. Nothing is normalised, as in Weaviate.
 */
final class Moves {
    private final Source.Texts texts;
    private final Optional<Move> towards;
    private final Optional<Move> away;

    /** @throws Invalid if there is no concept, or a force is out of range */
    Moves(Source.Texts texts) {
        this.texts = texts;
        if (texts.concepts().isEmpty()) {
            throw new Invalid("A search near a text needs at least one text.");
        }
        texts.towards().ifPresent(move -> check(move, 1, "moved towards something, from 0 to 1"));
        texts.away().ifPresent(move -> check(move, Float.MAX_VALUE, "moved away from something, at least 0"));
        towards = texts.towards().filter(Moves::matters);
        away = texts.away().filter(Moves::matters);
    }

    private static void check(Move move, float most, String range) {
        if (!(move.force() >= 0 && move.force() <= most)) { // NaN too
            throw new Invalid("The force with which a query is " + range + ", is " + move.force() + ".");
        }
    }

    private static boolean matters(Move move) {
        return move.force() > 0 && !(move.concepts().isEmpty() && move.objects().isEmpty());
    }

    /** All texts whose vectors it takes. */
    SequencedSet<String> concepts() {
        SequencedSet<String> all = new LinkedHashSet<>(texts.concepts());
        towards.ifPresent(move -> all.addAll(move.concepts()));
        away.ifPresent(move -> all.addAll(move.concepts()));
        return all;
    }

    /** All objects whose vectors it takes. */
    SequencedSet<UUID> objects() {
        SequencedSet<UUID> all = new LinkedHashSet<>();
        towards.ifPresent(move -> all.addAll(move.objects()));
        away.ifPresent(move -> all.addAll(move.objects()));
        return all;
    }

    /** The vector, given those of concepts and objects. */
    float[] vector(Function<String, float[]> ofConcept, Function<UUID, float[]> ofObject) {
        float[] vector = mean(texts.concepts().stream().map(ofConcept).toList());
        if (towards.isPresent()) {
            float half = (float) (towards.get().force() / 2);
            float[] target = target(towards.get(), ofConcept, ofObject);
            for (int i = 0; i < vector.length; i++) {
                vector[i] = vector[i] * (1 - half) + target[i] * half;
            }
        }
        if (away.isPresent()) {
            float half = (float) (away.get().force() / 2);
            float[] target = target(away.get(), ofConcept, ofObject);
            for (int i = 0; i < vector.length; i++) {
                vector[i] += half * (vector[i] - target[i]);
            }
        }
        return vector;
    }

    /** Concepts count together as much as one object. */
    private static float[] target(Move move, Function<String, float[]> ofConcept, Function<UUID, float[]> ofObject) {
        List<float[]> points = new ArrayList<>();
        if (!move.concepts().isEmpty()) {
            points.add(mean(move.concepts().stream().map(ofConcept).toList()));
        }
        move.objects().forEach(id -> points.add(ofObject.apply(id)));
        return mean(points);
    }

    /** @return a new array */
    private static float[] mean(List<float[]> vectors) {
        float[] mean = vectors.getFirst().clone();
        for (float[] vector : vectors.subList(1, vectors.size())) {
            if (vector.length != mean.length) {
                throw new Invalid(
                        "The object's vector has %d numbers and the query's %d: the query can't be moved by it."
                                .formatted(Math.min(vector.length, mean.length), Math.max(vector.length, mean.length)));
            }
            for (int i = 0; i < mean.length; i++) {
                mean[i] += vector[i];
            }
        }
        for (int i = 0; i < mean.length; i++) {
            mean[i] /= vectors.size();
        }
        return mean;
    }
}
