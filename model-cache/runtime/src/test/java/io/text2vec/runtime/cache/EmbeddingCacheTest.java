package io.text2vec.runtime.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.text2vec.embedder.EmbedException;
import io.text2vec.embedder.EmbedObserver;
import io.text2vec.embedder.EmbedRequest;
import io.text2vec.embedder.Embedding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EmbeddingCacheTest {
    private final List<Boolean> lookUps = new ArrayList<>();
    private final EmbeddingCache cache = new EmbeddingCache(100_000, new EmbedObserver() {
        @Override
        public void lookedUp(boolean hit) {
            lookUps.add(hit);
        }
    });

    /** What was computed, in order; each stays open until the test completes it. */
    private final List<CompletableFuture<Embedding>> computed = new ArrayList<>();

    private final List<List<EmbedRequest>> computedTogether = new ArrayList<>();

    private CompletableFuture<Embedding> compute(EmbedRequest request) {
        var future = new CompletableFuture<Embedding>();
        computed.add(future);
        return future;
    }

    private CompletableFuture<Embedding> embed(EmbedRequest request) {
        return cache.embed(request, this::compute);
    }

    private void know(EmbedRequest request, Embedding embedding) {
        embed(request);
        computed.getLast().complete(embedding);
    }

    private static Embedding vector(float... values) {
        return new Embedding(values, 3);
    }

    @Test
    void answersARepeatedTextWithoutComputing() {
        var embedding = vector(1);
        know(EmbedRequest.passage("a"), embedding);
        assertThat(embed(EmbedRequest.passage("a"))).isCompletedWithValue(embedding);
        assertThat(computed).hasSize(1);
        assertThat(lookUps).containsExactly(false, true);
    }

    /** The reference puts a task in front of a text only where one was given. */
    @Test
    void aTextWithoutATaskIsAnotherThanAPassage() {
        know(EmbedRequest.passage("a"), vector(1));
        assertThat(embed(request("a", Optional.empty(), Optional.empty(), OptionalInt.empty())))
                .isNotDone();
    }

    @Test
    void textTaskPoolingAndDimensionsTellRequestsApart() {
        know(EmbedRequest.passage("a"), vector(1));
        var passage = Optional.of(EmbedRequest.PASSAGE);
        assertThat(embed(EmbedRequest.passage("b"))).isNotDone();
        assertThat(embed(EmbedRequest.query("a"))).isNotDone();
        assertThat(embed(request("a", passage, Optional.of("cls"), OptionalInt.empty())))
                .isNotDone();
        assertThat(embed(request("a", passage, Optional.empty(), OptionalInt.of(1))))
                .isNotDone();
    }

    private static EmbedRequest request(
            String text, Optional<String> task, Optional<String> pooling, OptionalInt dimensions) {
        return new EmbedRequest(text, task, pooling, dimensions);
    }

    @Test
    void aFailureIsNotKept() {
        var failed = embed(EmbedRequest.passage("a"));
        computed.getLast().completeExceptionally(new EmbedException.BadInput("no"));
        assertThat(failed).isCompletedExceptionally();
        assertThat(embed(EmbedRequest.passage("a"))).isNotDone();
    }

    @Test
    void cancellingWithdrawsOnesOwnWorkAndNobodyElses() {
        var mine = embed(EmbedRequest.passage("a"));
        var other = embed(EmbedRequest.passage("a"));
        mine.cancel(true);
        assertThat(computed.get(0)).isCancelled();
        assertThat(other).isNotDone();
        computed.get(1).complete(vector(1));
        assertThat(other).isCompleted();
    }

    @Test
    void cancellingAnAnswerFromMemoryTakesItFromNobody() {
        know(EmbedRequest.passage("a"), vector(1));
        var mine = embed(EmbedRequest.passage("a"));
        mine.obtrudeException(new IllegalStateException("of this test"));
        assertThat(embed(EmbedRequest.passage("a"))).isCompleted();
    }

    @Test
    void staysWithinItsBytes() {
        float[] kilobyte = new float[256];
        IntStream.range(0, 1_000).forEach(i -> know(EmbedRequest.passage("text " + i), new Embedding(kilobyte, 3)));
        lookUps.clear();
        IntStream.range(0, 1_000).forEach(i -> embed(EmbedRequest.passage("text " + i)));
        // 100 000 bytes hold not even a hundred vectors of a kilobyte.
        assertThat(lookUps.stream().filter(hit -> hit)).hasSizeBetween(1, 99);
    }

    @Test
    void aTextLargerThanAllIsAnsweredAndNotKept() {
        var large = EmbedRequest.passage("x".repeat(100_000));
        var answer = embed(large);
        computed.getLast().complete(vector(1));
        assertThat(answer).isCompleted();
        assertThat(embed(large)).isNotDone();
    }

    @Test
    void computesOnlyWhatIsMissingAndKeepsTheOrder() {
        know(EmbedRequest.passage("b"), vector(2));
        var all = embedAll("a", "b", "c");
        assertThat(computedTogether.getFirst()).extracting(EmbedRequest::text).containsExactly("a", "c");
        together.complete(List.of(vector(1), vector(3)));
        assertThat(all.join()).extracting(e -> e.vector()[0]).containsExactly(1f, 2f, 3f);
        assertThat(embedAll("a", "b", "c")).isCompleted();
        assertThat(computedTogether).hasSize(1);
        assertThat(lookUps).containsExactly(false, false, true, false, true, true, true);
    }

    @Test
    void theFailureOfManyComesAsItIs() {
        var all = embedAll("a", "b");
        var busy = new EmbedException.BadInput("no");
        together.completeExceptionally(busy);
        assertThat(all.exceptionNow()).isSameAs(busy);
    }

    @Test
    void cancellingManyWithdrawsThem() {
        embedAll("a", "b").cancel(true);
        assertThat(together).isCancelled();
    }

    private final CompletableFuture<List<Embedding>> together = new CompletableFuture<>();

    private CompletableFuture<List<Embedding>> embedAll(String... texts) {
        return cache.embedAll(List.of(texts).stream().map(EmbedRequest::passage).toList(), requests -> {
            computedTogether.add(requests);
            return together;
        });
    }

    @Test
    void anObserverThatThrowsHarmsNobody() {
        var guarded = new EmbeddingCache(1_000, new EmbedObserver() {
            @Override
            public void lookedUp(boolean hit) {
                throw new IllegalStateException("of this test");
            }
        });
        assertThat(guarded.embed(EmbedRequest.passage("a"), this::compute)).isNotDone();
    }

    @Test
    void aCacheOfNoBytesIsAMistake() {
        assertThatIllegalArgumentException().isThrownBy(() -> new EmbeddingCache(0, new EmbedObserver() {}));
    }
}
