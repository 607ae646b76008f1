package io.text2vec.collections.vectorize;

import io.text2vec.collections.CollectionException;
import io.text2vec.embedder.EmbedRequest;
import io.text2vec.embedder.Embedder;
import io.text2vec.embedder.Embedding;
import io.text2vec.embedder.ModelInfo;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The model of this process. */
public final class ProcessModel implements VectorSource {
    private final Embedder embedder;

    public ProcessModel(Embedder embedder) {
        this.embedder = embedder;
    }

    @Override
    public Optional<String> model() {
        if (!embedder.ready()) {
            throw new CollectionException.NotReady("The model is not loaded yet.");
        }
        ModelInfo model = embedder.loaded().join();
        return Optional.of(words(model.name(), model.recipe(), model.fingerprint()));
    }

    /** How a model is called where one is compared with another. */
    public static String words(String name, String recipe, String fingerprint) {
        return "%s, recipe %s, %s".formatted(name, recipe, fingerprint);
    }

    @Override
    public CompletableFuture<Made> make(List<EmbedRequest> texts) {
        CompletableFuture<List<Embedding>> coming = embedder.embedAll(texts);
        CompletableFuture<Made> made = coming.thenApply(embeddings -> new Made(
                model().orElseThrow(),
                embeddings.stream().map(Embedding::vector).toList()));
        made.whenComplete((done, failed) -> coming.cancel(false)); // without effect unless this was cancelled
        return made;
    }

    /** Its queue has a length, and takes all texts or none. */
    @Override
    public boolean takesParts() {
        return true;
    }
}
