package io.text2vec.collections.work;

import io.text2vec.collections.CollectionException;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Some threads with a bounded queue before them. */
final class Pool implements AutoCloseable {
    private static final Duration IDLE = Duration.ofSeconds(30);
    private static final Duration COME_AGAIN = Duration.ofSeconds(1);

    private final ThreadPoolExecutor threads;
    private final String name;
    private final String setting;

    /** @param setting the one that lets more wait */
    Pool(String name, int atOnce, int waiting, String setting) {
        this.name = name;
        this.setting = setting;
        BlockingQueue<Runnable> queue = waiting == 0 ? new SynchronousQueue<>() : new ArrayBlockingQueue<>(waiting);
        threads = new ThreadPoolExecutor(
                atOnce,
                atOnce,
                IDLE.toMillis(),
                TimeUnit.MILLISECONDS,
                queue,
                Thread.ofPlatform().name("text2vec-" + name + "-", 0).factory());
        threads.allowCoreThreadTimeOut(true);
    }

    <T> CompletableFuture<T> run(Supplier<T> work) {
        CompletableFuture<T> result = new CompletableFuture<>();
        try {
            threads.execute(() -> complete(result, work));
        } catch (RejectedExecutionException full) {
            result.completeExceptionally(refusal());
        }
        return result;
    }

    Workers.Load load() {
        return new Workers.Load(threads.getActiveCount(), threads.getQueue().size());
    }

    private static <T> void complete(CompletableFuture<T> result, Supplier<T> work) {
        if (result.isDone()) { // its client has gone
            return;
        }
        try {
            result.complete(work.get());
        } catch (Throwable failure) { // an error too belongs to whoever waits for the result
            result.completeExceptionally(failure);
        }
    }

    private CollectionException refusal() {
        if (threads.isShutdown()) {
            return new CollectionException.NotReady("The collections are shutting down.");
        }
        return new CollectionException.Busy(
                "As many " + name + " as may wait are waiting; come again, or raise " + setting + ".", COME_AGAIN);
    }

    @Override
    public void close() {
        threads.close();
    }
}
