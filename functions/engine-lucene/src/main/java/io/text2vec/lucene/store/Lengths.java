package io.text2vec.lucene.store;

import io.text2vec.collections.CollectionException.Invalid;
import io.text2vec.collections.object.StoredObject;
import io.text2vec.collections.schema.VectorDef;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;

/** How long the vectors of each name are: as the first of them. */
final class Lengths {
    private final Map<String, Integer> lengths = new ConcurrentHashMap<>();

    /**
     * Checks the vectors of an object, and remembers those that are the first of their name.
     *
     * @throws Invalid if one is longer or shorter than those before
     */
    void check(StoredObject object) {
        object.vectors().forEach((name, vector) -> {
            int length = lengths.computeIfAbsent(name, first -> vector.length);
            if (length != vector.length) {
                throw new Invalid("%s of an object has %d components, but those stored before have %d."
                        .formatted(
                                name.equals(VectorDef.LEGACY) ? "The vector" : "The vector '" + name + "'",
                                vector.length,
                                length));
            }
        });
    }

    /** Nothing before the first vector of a name. */
    OptionalInt of(String name) {
        Integer length = lengths.get(name);
        return length == null ? OptionalInt.empty() : OptionalInt.of(length);
    }

    void remember(String name, int length) {
        lengths.put(name, length);
    }
}
