package io.text2vec.vectors;

import io.text2vec.embedder.EmbedObserver;
import io.text2vec.embedder.EmbedRequest;
import io.text2vec.embedder.Embedder;
import io.text2vec.embedder.Embedding;
import io.text2vec.embedder.ModelInfo;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** An embedder without a model: answers what a test tells it to, and remembers what it was asked. */
@Alternative
@Priority(1)
@Singleton
public class FakeEmbedder implements Embedder {
    public static final ModelInfo INFO = new ModelInfo(
            "fake",
            "declared",
            3,
            16,
            "mean",
            2,
            1,
            "{\"model_type\":\"fake\",\"layers\":[1,2],\"text2vec\":\"theirs\"}",
            "fingerprint-of-fake",
            Map.of("graph", Duration.ofMillis(5)));

    private final List<EmbedRequest> asked = new CopyOnWriteArrayList<>();
    private final List<EmbedObserver> observers = new CopyOnWriteArrayList<>();
    private volatile CompletableFuture<ModelInfo> loaded;
    private volatile Function<EmbedRequest, CompletableFuture<Embedding>> answer;
    private volatile int pending;

    public FakeEmbedder() {
        reset();
    }

    /** As new: loaded, and answering each text with its length. */
    public final void reset() {
        asked.clear();
        loaded = CompletableFuture.completedFuture(INFO);
        answer = FakeEmbedder::length;
        pending = 0;
    }

    /** Every answer from now on. */
    public void answer(Function<EmbedRequest, CompletableFuture<Embedding>> next) {
        answer = next;
    }

    /** What {@link #loaded()} returns from now on. */
    public void loaded(CompletableFuture<ModelInfo> next) {
        loaded = next;
    }

    /** What {@link #pending()} returns from now on. */
    public void pending(int next) {
        pending = next;
    }

    /** The requests since the last reset, in the order they came. */
    public List<EmbedRequest> asked() {
        return asked;
    }

    /** Those who want to know what happens inside. */
    public List<EmbedObserver> observers() {
        return observers;
    }

    private static CompletableFuture<Embedding> length(EmbedRequest request) {
        int length = request.text().length();
        return CompletableFuture.completedFuture(new Embedding(new float[] {length, 0.5f, -1e-7f}, length));
    }

    @Override
    public CompletableFuture<Embedding> embed(EmbedRequest request) {
        asked.add(request);
        return answer.apply(request);
    }

    @Override
    public CompletableFuture<List<Embedding>> embedAll(List<EmbedRequest> requests) {
        List<CompletableFuture<Embedding>> all =
                requests.stream().map(this::embed).toList();
        CompletableFuture<List<Embedding>> together = CompletableFuture.allOf(all.toArray(CompletableFuture[]::new))
                .thenApply(done -> all.stream().map(CompletableFuture::join).toList());
        together.whenComplete((embeddings, failure) -> all.forEach(each -> each.cancel(false)));
        return together;
    }

    @Override
    public CompletableFuture<ModelInfo> loaded() {
        return loaded;
    }

    @Override
    public int pending() {
        return pending;
    }

    @Override
    public void observe(EmbedObserver observer) {
        observers.add(observer);
    }

    @Override
    public void close() {}
}
