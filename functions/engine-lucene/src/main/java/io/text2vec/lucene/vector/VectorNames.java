package io.text2vec.lucene.vector;

import io.text2vec.collections.CollectionException;
import io.text2vec.collections.schema.CollectionDef;
import io.text2vec.collections.schema.VectorDef;

/** Finds vectors by name, and names them in messages. */
final class VectorNames {
    private VectorNames() {}

    /** @throws CollectionException.Invalid if the collection has no vector of the name */
    static VectorDef definition(CollectionDef collection, String name) {
        VectorDef definition = collection.vectors().get(name);
        if (definition == null) {
            throw new CollectionException.Invalid("Collection %s has no vector named '%s'; it has: %s."
                    .formatted(
                            collection.name(),
                            name,
                            String.join(", ", collection.vectors().keySet())));
        }
        return definition;
    }

    static String spoken(String name) {
        return name.equals(VectorDef.LEGACY) ? "The vector" : "The vector '%s'".formatted(name);
    }
}
