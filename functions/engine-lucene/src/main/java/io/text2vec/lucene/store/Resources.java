package io.text2vec.lucene.store;

import io.text2vec.lucene.log.Durability;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** What the shards of an engine share: choices, and threads that nobody interrupts. */
public final class Resources implements AutoCloseable {
    private static final long IDLE_SECONDS = 5;

    private final Durability durability;
    private final long bufferBytes;
    private final long logBytes;
    private final int threads;
    private final OpenTenants tenants;
    private final ExecutorService indexing;
    private final ScheduledExecutorService background;

    /**
     * Starts the threads.
     *
     * @param bufferBytes how much of what was indexed each shard keeps in memory before it makes a segment
     * @param logBytes how long a log grows before the index takes over what it holds
     * @param threads how many objects are indexed at once
     * @param openTenants how many tenants' shards are open at once
     */
    public Resources(Durability durability, long bufferBytes, long logBytes, int threads, int openTenants) {
        this.durability = durability;
        this.bufferBytes = bufferBytes;
        this.logBytes = logBytes;
        this.threads = threads;
        tenants = new OpenTenants(openTenants);
        indexing = Executors.newFixedThreadPool(threads, named("text2vec-index-"));
        background = Executors.newSingleThreadScheduledExecutor(named("text2vec-store-"));
    }

    Durability durability() {
        return durability;
    }

    long bufferBytes() {
        return bufferBytes;
    }

    long logBytes() {
        return logBytes;
    }

    OpenTenants tenants() {
        return tenants;
    }

    Lanes lanes(boolean parallel) {
        return new Lanes(threads, parallel, indexing);
    }

    /** Does what takes long and nobody waits for; not at all if this is closed before. */
    void inBackground(Runnable work) {
        try {
            background.execute(work);
        } catch (RejectedExecutionException closed) {
            // Closing does the same.
        }
    }

    /** Does something now and then, until this is closed. */
    public void nowAndThen(Runnable work) {
        background.scheduleWithFixedDelay(work, IDLE_SECONDS, IDLE_SECONDS, TimeUnit.SECONDS);
    }

    /** Finishes what was begun, once no shard gives them anything any more. */
    @Override
    public void close() {
        background.shutdown();
        indexing.shutdown();
        try {
            background.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
            indexing.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static ThreadFactory named(String prefix) {
        AtomicInteger count = new AtomicInteger();
        return work -> {
            Thread thread = new Thread(work, prefix + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}
