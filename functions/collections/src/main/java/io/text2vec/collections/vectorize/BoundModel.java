package io.text2vec.collections.vectorize;

import io.text2vec.collections.CollectionException;
import io.text2vec.collections.engine.Engine;
import io.text2vec.collections.schema.CollectionDef;
import java.util.Optional;

/**
 * Keeps the vectors of a collection comparable: the first vector that is made in a {@link ModelScope} binds it to the
 * model that made it, and no other makes vectors for it after that. One for all that read and write in a process.
 */
/*
 * The fingerprint alone is compared; the words before it are for people, since a model may move to a directory of another
 * name. Where passages and queries have each their own vectorizer, each of the two is bound by its own first vector: nobody
 * can tell whether two models belong together, but each can be kept from becoming another one.
 */
public final class BoundModel {
    private static final char BEFORE_FINGERPRINT = ' ';

    private final Engine engine;

    public BoundModel(Engine engine) {
        this.engine = engine;
    }

    /**
     * Makes sure that a vector of a model may be used in a scope.
     *
     * @throws CollectionException.Invalid if the scope is bound to another, naming both
     */
    public void check(CollectionDef collection, ModelScope scope, String model) {
        bound(collection, scope, model);
    }

    /** The same, and binds a scope that is not bound yet. */
    public void bind(CollectionDef collection, ModelScope scope, String model) {
        if (bound(collection, scope, model).isEmpty()) {
            bindFirst(collection, scope, model);
        }
    }

    private synchronized void bindFirst(CollectionDef collection, ModelScope scope, String model) {
        if (bound(collection, scope, model).isEmpty()) {
            engine.bindModel(
                    collection.name(),
                    ModelBindings.read(engine.model(collection.name()))
                            .with(scope, model)
                            .write());
        }
    }

    private Optional<String> bound(CollectionDef collection, ModelScope scope, String model) {
        Optional<String> bound =
                ModelBindings.read(engine.model(collection.name())).of(scope);
        bound.filter(other -> !fingerprint(other).equals(fingerprint(model))).ifPresent(other -> {
            throw new CollectionException.Invalid(
                    "The vectors of %s are of %s; those of a %s would now be made by %s, and can't be compared with them. Start with the collection's model (TEXT2VEC_MODEL, TEXT2VEC_RECIPE, or the vectorizer's address), give vectors yourself, or import into a new collection."
                            .formatted(collection.name(), other, scope.task(), model));
        });
        return bound;
    }

    private static String fingerprint(String model) {
        return model.substring(model.lastIndexOf(BEFORE_FINGERPRINT) + 1);
    }
}
