package io.text2vec.vectorizers;

import io.text2vec.embedder.EmbedException;
import io.text2vec.embedder.EmbedObserver;
import io.text2vec.embedder.EmbedRequest;
import io.text2vec.embedder.Embedder;
import io.text2vec.embedder.Embedding;
import io.text2vec.embedder.ModelInfo;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Stands where a process has no model. */
final class NoModel implements Embedder {
    private static final String SENTENCE =
            "There is no model in this process: TRANSFORMERS_INFERENCE_API or its like says who makes vectors; ask there, or set MODEL_NAME or TEXT2VEC_MODEL to have one here too.";

    private final CompletableFuture<ModelInfo> loaded;
    private final boolean present;

    private NoModel(CompletableFuture<ModelInfo> loaded, boolean present) {
        this.loaded = loaded;
        this.present = present;
    }

    /** One that nobody needs. */
    static NoModel unneeded() {
        return new NoModel(new CompletableFuture<>(), false);
    }

    /** One that is needed, in a package without any. */
    static NoModel missing() {
        return new NoModel(
                CompletableFuture.failedFuture(
                        new EmbedException.NotReady(
                                "This package has no model in it: set TRANSFORMERS_INFERENCE_API, or TRANSFORMERS_PASSAGE_INFERENCE_API and TRANSFORMERS_QUERY_INFERENCE_API.")),
                true);
    }

    @Override
    public CompletableFuture<Embedding> embed(EmbedRequest request) {
        return CompletableFuture.failedFuture(new EmbedException.NoModel(SENTENCE));
    }

    @Override
    public CompletableFuture<List<Embedding>> embedAll(List<EmbedRequest> requests) {
        return CompletableFuture.failedFuture(new EmbedException.NoModel(SENTENCE));
    }

    @Override
    public CompletableFuture<ModelInfo> loaded() {
        return loaded;
    }

    @Override
    public boolean present() {
        return present;
    }

    @Override
    public int pending() {
        return 0;
    }

    @Override
    public void observe(EmbedObserver observer) {}

    @Override
    public void close() {}
}
