package io.text2vec.collections.query;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Where the vector of a search comes from. */
public sealed interface Source {

    /** Texts, made into vectors by the collection's vectorizer. */
    record Texts(List<String> concepts, Optional<Move> towards, Optional<Move> away) implements Source {
        public Texts {
            concepts = List.copyOf(concepts);
        }
    }

    /** A given vector, for every target. */
    record Vector(float[] values) implements Source {}

    /** Given vectors, by the name of the vector that each is for; a name may have several. */
    record Vectors(Map<String, List<float[]>> byTarget) implements Source {}

    /** The vectors of a stored object. */
    record ObjectOf(UUID id) implements Source {}

    /** Bends a query's vector towards others or away from them. */
    record Move(double force, List<String> concepts, List<UUID> objects) {
        public Move {
            concepts = List.copyOf(concepts);
            objects = List.copyOf(objects);
        }
    }
}
