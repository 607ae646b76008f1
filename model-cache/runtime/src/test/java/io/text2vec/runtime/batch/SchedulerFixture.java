package io.text2vec.runtime.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.text2vec.embedder.EmbedObserver;
import io.text2vec.embedder.EmbedRequest;
import io.text2vec.embedder.Embedding;
import io.text2vec.runtime.recipe.Recipe;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.AfterEach;

/** A scheduler over a {@link FakeRunner}; opened by each test, closed behind it. */
abstract class SchedulerFixture {
    static final int ROOMY = 10_000;
    static final long ROOMY_CHARS = 1 << 30;

    FakeRunner runner;
    BatchScheduler scheduler;

    static QueueSettings settings(int runs, int capacity) {
        return settings(runs, capacity, ROOMY_CHARS);
    }

    static QueueSettings settings(int runs, int capacity, long maxWaitingChars) {
        return new QueueSettings(
                runs, capacity, maxWaitingChars, ROOMY, QueueSettings.DEFAULT_DEADLINE, Duration.ofSeconds(20));
    }

    void start(int runs, int maxBatch) {
        start(maxBatch, settings(runs, ROOMY));
    }

    void start(int maxBatch, QueueSettings settings) {
        start(maxBatch, settings, new FakeRecipe(), new EmbedObserver() {});
    }

    void start(int maxBatch, QueueSettings settings, Recipe recipe, EmbedObserver observer) {
        runner = new FakeRunner(maxBatch);
        scheduler = new BatchScheduler(recipe, runner, settings, observer);
    }

    @AfterEach
    void close() {
        if (scheduler != null) {
            runner.open();
            scheduler.close();
        }
    }

    /** Gives each run thread a run that goes on until it is ended: what comes next waits. */
    List<FakeRunner.Run> occupy(int runs) throws InterruptedException {
        List<FakeRunner.Run> occupied = new ArrayList<>();
        for (int i = 0; i < runs; i++) {
            submit("busy" + i);
            occupied.add(runner.next());
        }
        return occupied;
    }

    CompletableFuture<Embedding> submit(String text) {
        return scheduler.submit(EmbedRequest.passage(text));
    }

    CompletableFuture<List<Embedding>> submitAll(String... texts) {
        return scheduler.submitAll(Stream.of(texts).map(EmbedRequest::passage).toList());
    }

    static <T> T await(CompletableFuture<T> future) throws Exception {
        return future.get(FakeRunner.PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    static void awaitLatch(CountDownLatch latch) {
        try {
            assertThat(latch.await(FakeRunner.PATIENCE_SECONDS, TimeUnit.SECONDS))
                    .isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Waits for the failure and looks at it. */
    static AbstractThrowableAssert<?, ? extends Throwable> assertFailure(CompletableFuture<?> future) {
        return assertThatThrownBy(() -> await(future))
                .isInstanceOf(ExecutionException.class)
                .cause();
    }
}
