package io.text2vec.vectors;

import io.text2vec.embedder.EmbedObserver;
import io.text2vec.embedder.EmbedRequest;
import io.text2vec.embedder.Embedder;
import io.text2vec.embedder.Embedding;
import io.text2vec.embedder.ModelInfo;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** An embedder without a model: answers what a test tells it to. */
public class FakeEmbedder implements Embedder {
    public static final ModelInfo INFO = new ModelInfo(
            "fake",
            "declared",
            3,
            16,
            "mean",
            1,
            1,
            "{\"model_type\":\"fake\"}",
            Map.of("graph", Duration.ofMillis(5)));

    private volatile CompletableFuture<ModelInfo> loaded = CompletableFuture.completedFuture(INFO);
    private volatile Function<EmbedRequest, CompletableFuture<Embedding>> answer = FakeEmbedder::lengths;

    /** Every answer from now on. */
    public void answer(Function<EmbedRequest, CompletableFuture<Embedding>> answer) {
        this.answer = answer;
    }

    /** What {@link #loaded()} returns from now on. */
    public void loaded(CompletableFuture<ModelInfo> loaded) {
        this.loaded = loaded;
    }

    private static CompletableFuture<Embedding> lengths(EmbedRequest request) {
        int length = request.text().length();
        return CompletableFuture.completedFuture(new Embedding(new float[] {length, 0.5f, -1e-7f}, length));
    }

    @Override
    public CompletableFuture<Embedding> embed(EmbedRequest request) {
        return answer.apply(request);
    }

    @Override
    public CompletableFuture<List<Embedding>> embedAll(List<EmbedRequest> requests) {
        List<CompletableFuture<Embedding>> all = requests.stream().map(answer).toList();
        return CompletableFuture.allOf(all.toArray(CompletableFuture[]::new))
                .thenApply(done -> all.stream().map(CompletableFuture::join).toList());
    }

    @Override
    public CompletableFuture<ModelInfo> loaded() {
        return loaded;
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
