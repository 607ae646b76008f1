package io.text2vec.collections.schema;

import io.text2vec.collections.CollectionException.Invalid;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Reads the vectors of a class: {@code vectorConfig}, or {@code vectorizer} and the index at the class itself. */
final class VectorsReader {
    private final SchemaSettings settings;
    private final VectorIndexReader indexes;

    VectorsReader(SchemaSettings settings) {
        this.settings = settings;
        indexes = new VectorIndexReader(settings);
    }

    static boolean named(Fields given) {
        return !given.object("vectorConfig").isEmpty();
    }

    /** @param base the collection that there is; what is not given stays as it has it */
    Map<String, VectorDef> read(Fields given, Optional<CollectionDef> base) {
        return named(given) ? named(given, base) : Map.of(VectorDef.LEGACY, legacy(given, base));
    }

    private Map<String, VectorDef> named(Fields given, Optional<CollectionDef> base) {
        if (given.word("vectorizer").isPresent()
                || given.word("vectorIndexType").isPresent()
                || !given.object("vectorIndexConfig").isEmpty()) {
            throw new Invalid("A class has either vectorConfig, or vectorizer, vectorIndexType and vectorIndexConfig,"
                    + " not both.");
        }
        Fields all = given.object("vectorConfig");
        Map<String, VectorDef> vectors = new LinkedHashMap<>();
        for (String key : all.keys()) {
            String name = NameRules.vector(key);
            Optional<VectorDef> stored =
                    base.map(collection -> collection.vectors().get(name));
            vectors.put(name, named(name, all.object(key), stored));
        }
        return vectors;
    }

    private VectorDef named(String name, Fields vector, Optional<VectorDef> base) {
        Fields vectorizers = vector.object("vectorizer");
        if (vectorizers.tree().size() != 1) {
            throw new Invalid(vectorizers.where() + " must have one key, the module that makes the vector: "
                    + Vectorizers.THERE + ".");
        }
        String module = vectorizers.keys().iterator().next();
        return new VectorDef(
                name,
                Vectorizers.read(module, vectorizers.object(module), base.map(VectorDef::vectorizer)),
                indexes.read(vector, base.map(VectorDef::index)));
    }

    private VectorDef legacy(Fields given, Optional<CollectionDef> base) {
        Optional<VectorDef> stored = base.map(collection -> collection.vectors().get(VectorDef.LEGACY));
        String module = given.word("vectorizer")
                .orElseGet(
                        () -> stored.map(vector -> vector.vectorizer().module()).orElse(settings.vectorizer()));
        return new VectorDef(
                VectorDef.LEGACY,
                Vectorizers.read(
                        module, given.object("moduleConfig").object(module), stored.map(VectorDef::vectorizer)),
                indexes.read(given, stored.map(VectorDef::index)));
    }
}
