package io.text2vec.collections.vectorize;

import io.text2vec.collections.CollectionException;
import io.text2vec.collections.engine.Engine;
import io.text2vec.collections.schema.CollectionDef;
import io.text2vec.embedder.Embedder;
import io.text2vec.embedder.ModelInfo;
import java.util.Optional;

/**
 * Keeps the vectors of one collection comparable: the first vector that is made for it binds it to the model and recipe
 * that made it, and no other makes vectors for it after that.
 */
/*
 * What is remembered: "<model>, recipe <recipe>, <fingerprint>". The fingerprint alone is compared; the rest is for people,
 * since a model may move to a directory of another name.
 */
public final class BoundModel {
    private static final char BEFORE_FINGERPRINT = ' ';

    private final Engine engine;
    private final Embedder embedder;

    public BoundModel(Engine engine, Embedder embedder) {
        this.engine = engine;
        this.embedder = embedder;
    }

    /**
     * Makes sure that a vector made now is of the model that the collection is bound to, if it is bound.
     *
     * @throws CollectionException.Invalid if not, naming both
     * @throws CollectionException.NotReady while no model is loaded
     */
    public void check(CollectionDef collection) {
        bound(collection, here());
    }

    /** The same, and binds a collection that is not bound yet. */
    public void bind(CollectionDef collection) {
        String here = here();
        if (bound(collection, here).isEmpty()) {
            bindFirst(collection, here);
        }
    }

    // Of two writes that come first together, with two models, one binds; there is only one model in a process, so the
    // lock only saves the second its write to the disk.
    private synchronized void bindFirst(CollectionDef collection, String here) {
        if (bound(collection, here).isEmpty()) {
            engine.bindModel(collection.name(), here);
        }
    }

    private Optional<String> bound(CollectionDef collection, String here) {
        Optional<String> model = engine.model(collection.name());
        model.filter(bound -> !fingerprint(bound).equals(fingerprint(here))).ifPresent(other -> {
            throw new CollectionException.Invalid(
                    "The vectors of %s were made by %s; the model of this process is %s, whose vectors can't be compared with them. Start with the collection's model (TEXT2VEC_MODEL, TEXT2VEC_RECIPE), give vectors yourself, or import into a new collection."
                            .formatted(collection.name(), other, here));
        });
        return model;
    }

    private String here() {
        if (!embedder.ready()) {
            throw new CollectionException.NotReady("The model is not loaded yet.");
        }
        ModelInfo model = embedder.loaded().join();
        return "%s, recipe %s,%s%s".formatted(model.name(), model.recipe(), BEFORE_FINGERPRINT, model.fingerprint());
    }

    private static String fingerprint(String model) {
        return model.substring(model.lastIndexOf(BEFORE_FINGERPRINT) + 1);
    }
}
