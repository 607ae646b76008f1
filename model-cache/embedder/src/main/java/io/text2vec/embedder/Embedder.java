package io.text2vec.embedder;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Turns texts into vectors with one model. Safe for use by many threads; no method blocks.
 *
 * <p>A future fails with an {@link EmbedException} and nothing else. Cancelling a future withdraws its work as far as it
 * has not run yet; that is what a door does when its client has gone.
 */
public interface Embedder extends AutoCloseable {

    /**
     * Embeds one text.
     *
     * @return the vector, or an {@link EmbedException}: {@link EmbedException.NotReady} until the model is loaded and warm
     */
    CompletableFuture<Embedding> embed(EmbedRequest request);

    /**
     * Embeds texts that belong together: the queue takes all of them or refuses all.
     *
     * @return the vectors in the order of the requests, or the first failure, the rest being withdrawn
     */
    CompletableFuture<List<Embedding>> embedAll(List<EmbedRequest> requests);

    /** Completes when the model is loaded and has run once; fails when it can't be loaded. Not to be completed by callers. */
    CompletableFuture<ModelInfo> loaded();

    /** Whether there is a model in this process. Without one {@link #loaded()} never completes and nothing is embedded. */
    default boolean present() {
        return true;
    }

    /** Whether {@link #embed} answers: loaded, warm, and not closed. */
    default boolean ready() {
        return loaded().isDone() && !loaded().isCompletedExceptionally();
    }

    /** Texts that were taken and have no vector yet. */
    int pending();

    /** Adds a listener to what happens inside, for metrics. Meant for the time before the first request. */
    void observe(EmbedObserver observer);

    /** Refuses what is new, ends what is under way, then frees the model. Returns when that is done; may be called twice. */
    @Override
    void close();
}
