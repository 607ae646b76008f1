package io.text2vec.collections.vectorize;

import io.text2vec.embedder.EmbedException;
import io.text2vec.embedder.EmbedObserver;
import io.text2vec.embedder.EmbedRequest;
import io.text2vec.embedder.Embedder;
import io.text2vec.embedder.Embedding;
import io.text2vec.embedder.ModelInfo;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/**
 * An embedder without a model: a text's vector is its count of a, of e, and of all characters. It remembers what it was
 * asked, and fails where a test tells it to.
 */
public final class CountingEmbedder implements Embedder {
    private final String fingerprint;
    private final List<List<EmbedRequest>> asked = new CopyOnWriteArrayList<>();
    private volatile Function<EmbedRequest, Optional<EmbedException>> failing = request -> Optional.empty();
    private volatile Function<List<EmbedRequest>, CompletableFuture<Void>> before =
            requests -> CompletableFuture.completedFuture(null);
    private volatile int room = Integer.MAX_VALUE;

    public CountingEmbedder(String fingerprint) {
        this.fingerprint = fingerprint;
    }

    public static float[] vector(String text) {
        return new float[] {count(text, 'a'), count(text, 'e'), text.length()};
    }

    private static long count(String text, char letter) {
        return text.chars().filter(c -> c == letter).count();
    }

    /** Fails texts from now on. */
    public void fail(Function<EmbedRequest, Optional<EmbedException>> which) {
        failing = which;
    }

    /** Answers requests that came together only once this has completed. */
    public void after(Function<List<EmbedRequest>, CompletableFuture<Void>> wait) {
        before = wait;
    }

    /** Refuses from now on more texts at once than these. */
    public void room(int texts) {
        room = texts;
    }

    /** The requests so far, as they came together. */
    public List<List<EmbedRequest>> asked() {
        return asked;
    }

    /** The texts so far. */
    public List<String> texts() {
        return asked.stream().flatMap(List::stream).map(EmbedRequest::text).toList();
    }

    @Override
    public CompletableFuture<Embedding> embed(EmbedRequest request) {
        return embedAll(List.of(request)).thenApply(List::getFirst);
    }

    @Override
    public CompletableFuture<List<Embedding>> embedAll(List<EmbedRequest> requests) {
        if (requests.size() > room) {
            return CompletableFuture.failedFuture(new EmbedException.Busy("The queue is full", Duration.ofSeconds(1)));
        }
        asked.add(List.copyOf(requests));
        return before.apply(requests).thenCompose(done -> answer(requests));
    }

    private CompletableFuture<List<Embedding>> answer(List<EmbedRequest> requests) {
        List<Embedding> all = new ArrayList<>();
        for (EmbedRequest request : requests) {
            Optional<EmbedException> failure = failing.apply(request);
            if (failure.isPresent()) {
                return CompletableFuture.failedFuture(failure.get());
            }
            all.add(new Embedding(vector(request.text()), request.text().length()));
        }
        return CompletableFuture.completedFuture(all);
    }

    @Override
    public CompletableFuture<ModelInfo> loaded() {
        return CompletableFuture.completedFuture(
                new ModelInfo("model " + fingerprint, "declared", 3, 16, "mean", 1, 1, "{}", fingerprint, Map.of()));
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
