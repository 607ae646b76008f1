package io.text2vec.collections.vectorize;

import io.text2vec.collections.schema.CollectionDef;
import io.text2vec.collections.schema.VectorDef;

/** Calls vectors by their names, in sentences. */
final class VectorNames {
    private VectorNames() {}

    static String of(CollectionDef collection, String vector) {
        return vector.equals(VectorDef.LEGACY)
                ? "The vector of " + collection.name()
                : "The vector '" + vector + "' of " + collection.name();
    }
}
