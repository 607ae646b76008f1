package io.text2vec.runtime.recipe;

import io.text2vec.embedder.EmbedRequest;

/** A way from a text to its vector, chosen once when the model is loaded. Safe for use by many threads. */
public interface Recipe {

    /**
     * Tokenises a text and decides what to run; costs time in proportion to the text's length.
     *
     * @throws io.text2vec.embedder.EmbedException.BadInput if this recipe has no vector for the request
     * @throws io.text2vec.embedder.EmbedException.TooLong if the text has more windows than a request may have
     */
    Plan plan(EmbedRequest request);
}
