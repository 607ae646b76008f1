package io.text2vec.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.text2vec.embedder.EmbedObserver;
import io.text2vec.embedder.EmbedRequest;
import io.text2vec.embedder.Embedder;
import io.text2vec.embedder.Embedding;
import io.text2vec.embedder.ModelInfo;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class ReadinessTest {
    private static final ModelInfo MODEL =
            new ModelInfo("m", "declared", 3, 16, "mean", 1, 1, "{}", "f", Map.of("graph", Duration.ofMillis(1)));

    private final CompletableFuture<ModelInfo> model = new CompletableFuture<>();
    private final CompletableFuture<String> collections = new CompletableFuture<>();
    private final Drain drain = new Drain();
    private final Readiness readiness =
            new Readiness(new Loading(model), drain, List.of(new Part("The collections", collections)));

    @Test
    void waitsForTheModelAndEveryPart() {
        assertThat(readiness.obstacle()).hasValue("The model is not loaded yet.");
        model.complete(MODEL);
        assertThat(readiness.obstacle()).hasValue("The collections are not ready yet.");
        assertThat(readiness.ready()).isFalse();
        collections.complete("none");
        assertThat(readiness.obstacle()).isEmpty();
        assertThat(readiness.ready()).isTrue();
    }

    @Test
    void aPartThatFailedIsNotReady() {
        model.complete(MODEL);
        collections.completeExceptionally(new IllegalStateException("damaged"));
        assertThat(readiness.ready()).isFalse();
    }

    @Test
    void aShutdownEndsIt() {
        model.complete(MODEL);
        collections.complete("none");
        drain.begin(new ShutdownDelayInitiatedEvent());
        assertThat(readiness.obstacle()).hasValue("The function is shutting down.");
    }

    private record Part(String name, CompletableFuture<String> started) implements Starting {}

    /** An embedder of which nothing is asked but whether it is there. */
    private record Loading(CompletableFuture<ModelInfo> loaded) implements Embedder {
        @Override
        public CompletableFuture<Embedding> embed(EmbedRequest request) {
            throw new UnsupportedOperationException();
        }

        @Override
        public CompletableFuture<List<Embedding>> embedAll(List<EmbedRequest> requests) {
            throw new UnsupportedOperationException();
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
}
