package io.text2vec.runtime.batch;

import io.text2vec.embedder.EmbedException;
import io.text2vec.embedder.EmbedObserver;
import io.text2vec.embedder.EmbedRequest;
import io.text2vec.embedder.Embedding;
import io.text2vec.runtime.infer.BatchRunner;
import io.text2vec.runtime.recipe.Recipe;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Runs many callers' texts through one model in few runs. Safe for use by many threads; only {@link #close()} blocks.
 *
 * <p>Texts are tokenised, run and assembled on platform threads of its own, since a native call would pin a virtual thread;
 * futures complete there, too, so what hangs on them should be short.
 */
public final class BatchScheduler implements AutoCloseable {
    /** For threads that have nothing under way to end, where the drain time is used up. */
    private static final Duration FAREWELL = Duration.ofMillis(100);

    private final QueueSettings settings;
    private final SharedQueue queue;
    private final List<Thread> threads = new ArrayList<>();

    /** Starts the threads. */
    public BatchScheduler(Recipe recipe, BatchRunner runner, QueueSettings settings, EmbedObserver observer) {
        this.settings = settings;
        Pace pace = new Pace(settings.runs(), settings.deadline());
        queue = new SharedQueue(settings, runner.maxBatch(), pace);
        Worker worker = new Worker(queue, recipe, runner, pace, observer, settings.deadline());
        for (int run = 0; run < settings.runs(); run++) {
            start("text2vec-run-" + run, worker::planAndRun);
        }
        start("text2vec-plan-long", worker::planLongTexts);
        start("text2vec-deadline", worker::dropExpired);
    }

    private void start(String name, Runnable work) {
        threads.add(Thread.ofPlatform().daemon().name(name).start(work));
    }

    /**
     * Queues a text.
     *
     * @return the vector, or an {@link EmbedException}; cancelling it withdraws what has not run
     */
    public CompletableFuture<Embedding> submit(EmbedRequest request) {
        try {
            return admit(List.of(request)).getFirst();
        } catch (EmbedException refusal) {
            return CompletableFuture.failedFuture(refusal);
        }
    }

    /**
     * Queues texts that belong together: all of them or, if there is no room, none. More and longer ones than ever
     * may wait are taken when nobody waits.
     *
     * @return the vectors in the order of the requests, or the first failure, the rest being withdrawn
     */
    public CompletableFuture<List<Embedding>> submitAll(List<EmbedRequest> requests) {
        try {
            return Together.of(admit(List.copyOf(requests)));
        } catch (EmbedException refusal) {
            return CompletableFuture.failedFuture(refusal);
        }
    }

    private List<CompletableFuture<Embedding>> admit(List<EmbedRequest> requests) {
        List<CompletableFuture<Embedding>> futures = new ArrayList<>(requests.size());
        for (Text text : queue.admit(requests)) {
            // However it ends: cancelled, or completed by the caller's own hand.
            text.future().whenComplete((_, _) -> queue.leave(text));
            futures.add(text.future());
        }
        return futures;
    }

    /** Texts that were taken and have no vector yet. */
    public int pending() {
        return queue.pending();
    }

    /**
     * Refuses what is new with {@link EmbedException.NotReady}, ends what was taken and then the threads. What has no
     * vector after {@link QueueSettings#drain()} fails. May be called twice; not from a future's callback.
     */
    @Override
    public void close() {
        long end = System.nanoTime() + settings.drain().toNanos();
        try {
            try {
                queue.drain(settings.drain());
            } finally {
                failTheRest();
            }
            end += Math.max(0, System.nanoTime() + FAREWELL.toNanos() - end);
            for (Thread thread : threads) {
                thread.join(Duration.ofNanos(end - System.nanoTime()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void failTheRest() {
        for (Text text : queue.stop()) {
            queue.fail(text, new EmbedException.NotReady("The embedder was closed before this text had its vector"));
        }
    }

    /**
     * Whether all threads have ended. If not so after {@link #close()}, an inference outlasted the drain time and still
     * uses the model, which must then not be freed.
     */
    public boolean terminated() {
        return threads.stream().noneMatch(Thread::isAlive);
    }
}
