package io.text2vec.collections.write;

import io.text2vec.collections.CollectionException;
import io.text2vec.collections.object.StoredObject;
import io.text2vec.collections.vectorize.ModelScope;
import io.text2vec.collections.vectorize.ObjectVectors.Missing;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Neighbours in an import, which are embedded and written together. */
final class Chunk {
    private final List<Item> items;

    Chunk(List<Item> items) {
        this.items = items;
    }

    /** An object on its way. Used by the thread of its import alone. */
    static final class Item {
        private final int index;
        private final Draft draft;
        private final List<Missing> missing;
        private final Map<String, float[]> vectors;
        private final Map<ModelScope, String> models = new LinkedHashMap<>();
        private CollectionException failure;

        /** @param index its place in the import */
        Item(int index, Draft draft, List<Missing> missing) {
            this.index = index;
            this.draft = draft;
            this.missing = new ArrayList<>(missing);
            vectors = new HashMap<>(draft.vectors());
        }

        int index() {
            return index;
        }

        Draft draft() {
            return draft;
        }

        List<Missing> missing() {
            return missing;
        }

        /** Whose the vectors are that were made now. */
        Map<ModelScope, String> models() {
            return models;
        }

        void keep(Missing vector, float[] stored) {
            missing.remove(vector);
            vectors.put(vector.vector(), stored);
        }

        void make(Missing made, float[] vector, String model) {
            missing.remove(made);
            vectors.put(made.vector(), vector);
            models.put(made.text().scope(), model);
        }

        /** The first failure stays. */
        void fail(CollectionException why) {
            failure = failure == null ? why : failure;
        }

        Optional<CollectionException> failure() {
            return Optional.ofNullable(failure);
        }

        StoredObject stored(long now) {
            return draft.stored(now, now, vectors);
        }
    }

    List<Item> items() {
        return items;
    }

    /** The items that can still be stored. */
    List<Item> good() {
        return items.stream().filter(item -> item.failure().isEmpty()).toList();
    }
}
