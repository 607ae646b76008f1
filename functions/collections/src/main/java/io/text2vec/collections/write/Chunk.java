package io.text2vec.collections.write;

import io.text2vec.collections.CollectionException;
import io.text2vec.collections.object.StoredObject;
import io.text2vec.collections.vectorize.ObjectVectors.Missing;
import io.text2vec.embedder.Embedding;
import java.util.ArrayList;
import java.util.HashMap;
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
        private boolean made;
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

        /** Whether this process' model made one of its vectors now. */
        boolean made() {
            return made;
        }

        void keep(Missing vector, float[] stored) {
            missing.remove(vector);
            vectors.put(vector.vector(), stored);
        }

        void make(Missing vector, Embedding embedding) {
            vectors.put(vector.vector(), embedding.vector());
            made = true;
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
