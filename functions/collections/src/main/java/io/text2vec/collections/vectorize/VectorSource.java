package io.text2vec.collections.vectorize;

import io.text2vec.embedder.EmbedRequest;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Makes the vectors of texts with one model, in this process or elsewhere. For any thread; no method blocks. */
public interface VectorSource {

    /**
     * Whose vectors it makes at present: words, a blank and a fingerprint without blanks, which is another where a text
     * may get another vector.
     *
     * @return nothing if that isn't known without asking
     * @throws io.text2vec.collections.CollectionException.NotReady while it makes none
     */
    Optional<String> model();

    /**
     * Makes the vectors of texts that belong together. Cancelling withdraws what has not begun.
     *
     * @return the vectors in the order of the texts, or an {@link io.text2vec.embedder.EmbedException} or a
     *     {@link io.text2vec.collections.CollectionException}
     */
    CompletableFuture<Made> make(List<EmbedRequest> texts);

    /** Whether it may take a part of the texts when it is too busy for all of them. */
    default boolean takesParts() {
        return false;
    }

    /**
     * Vectors of texts.
     *
     * @param model whose they are, as {@link #model()} says it
     * @param vectors compare by identity; only to be read
     */
    record Made(String model, List<float[]> vectors) {
        public Made {
            vectors = List.copyOf(vectors);
        }
    }
}
