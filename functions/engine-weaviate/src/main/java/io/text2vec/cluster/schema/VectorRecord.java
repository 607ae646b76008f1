package io.text2vec.cluster.schema;

import io.text2vec.collections.schema.Vectorizer;
import io.text2vec.web.JsonTree;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is kept in Weaviate of a vector that is made here.
 *
 * @param settings of {@code text2vec-transformers}, defaults filled in
 * @param model whose vectors the collection holds; empty where it wasn't known
 */
/*
 * For Weaviate such a vector comes with the object, so that it needs no module and calls nobody. The record stands where it
 * keeps what it doesn't know, as text, because it compares numbers in it by their type:
 *
 *   a vector without name:  moduleConfig.text2vec-functions.{text2vec-transformers, model}, vectorizer none
 *   a property:             moduleConfig.text2vec-functions.{skip, vectorizePropertyName}
 *   a named vector:         vectorConfig.<name>.vectorizer.none.{text2vec-transformers, model}
 */
record VectorRecord(Map<String, Object> settings, String model) {
    private static final String MODEL = "model";

    /** Reads it from where it stands, nothing if there is none. */
    static Optional<VectorRecord> read(Object place) {
        Map<String, Object> kept = Tree.object(place);
        String settings = Tree.text(kept.get(Vectorizer.TRANSFORMERS));
        return settings.isEmpty()
                ? Optional.empty()
                : Optional.of(new VectorRecord(
                        JsonTree.object(settings.getBytes(StandardCharsets.UTF_8), "settings"),
                        Tree.text(kept.get(MODEL))));
    }

    Map<String, Object> write() {
        Map<String, Object> kept = new LinkedHashMap<>();
        kept.put(
                Vectorizer.TRANSFORMERS,
                JsonTree.write(new StringBuilder(), settings).toString());
        if (!model.isEmpty()) {
            kept.put(MODEL, model);
        }
        return kept;
    }
}
