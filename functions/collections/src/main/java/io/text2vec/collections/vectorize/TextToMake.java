package io.text2vec.collections.vectorize;

import io.text2vec.collections.schema.CollectionDef;
import io.text2vec.embedder.EmbedRequest;

/**
 * A text whose vector is to be made.
 *
 * @param by who makes it
 * @param scope the vectors that it must be comparable with
 */
public record TextToMake(VectorSource by, ModelScope scope, EmbedRequest request) {

    /**
     * Makes sure that it may be made, as far as that shows before it is.
     *
     * @throws io.text2vec.collections.CollectionException.Invalid if the collection's vectors are of another model
     * @throws io.text2vec.collections.CollectionException.NotReady while no vectors are made
     */
    public void check(CollectionDef collection, BoundModel models) {
        by.model().ifPresent(model -> models.check(collection, scope, model));
    }
}
