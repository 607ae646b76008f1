package io.text2vec.runtime;

import io.text2vec.embedder.EmbedException;
import io.text2vec.embedder.EmbedObserver;
import io.text2vec.embedder.EmbedRequest;
import io.text2vec.embedder.Embedder;
import io.text2vec.embedder.Embedding;
import io.text2vec.embedder.ModelInfo;
import io.text2vec.runtime.SharedLoads.Lease;
import io.text2vec.runtime.batch.BatchScheduler;
import io.text2vec.runtime.cache.EmbeddingCache;
import io.text2vec.runtime.source.ModelLocation;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** Embeds with a model in this process: cache, queue, recipe and graph, in that order. */
final class OnnxEmbedder implements Embedder {
    private final CompletableFuture<ModelInfo> loaded = new CompletableFuture<>();
    private final List<EmbedObserver> observers = new CopyOnWriteArrayList<>();
    private final Supplier<RuntimeSettings> settings;
    private final Object fetching = new Object();
    private final Thread loader;
    private boolean interruptible;
    private volatile Serving serving;
    private volatile boolean closed;

    /** What answers once the model is there. */
    private record Serving(Lease<LoadedModel> model, BatchScheduler scheduler, Optional<EmbeddingCache> cache) {}

    /** Starts reading and loading on a thread of its own; what goes wrong there fails {@link #loaded()}. */
    OnnxEmbedder(Supplier<RuntimeSettings> settings, ModelCache models) {
        this.settings = settings;
        // Before any thread starts: the inference library logs through java.util.logging, the tokenizer through SLF4J
        // and the framework through JBoss Logging; where all three set up the same log manager at once they wait for
        // each other.
        Logger.getLogger(OnnxEmbedder.class);
        loader = Thread.ofPlatform().daemon().name("text2vec-load").start(() -> load(models));
    }

    private void load(ModelCache models) {
        try {
            RuntimeSettings chosen = settings.get();
            Phases phases = new Phases();
            ModelLocation location = locate(models, chosen, phases);
            Lease<LoadedModel> lease = models.lease(location, chosen, phases);
            LoadedModel model = lease.value();
            EmbedObserver observer = new Observers(observers);
            serving = new Serving(
                    lease,
                    new BatchScheduler(model.recipe().recipe(), model.graph(), chosen.queue(), observer),
                    chosen.answerCacheBytes().stream()
                            .mapToObj(bytes -> new EmbeddingCache(bytes, observer))
                            .findFirst());
            loaded.complete(model.info());
        } catch (Throwable e) { // an error while linking a native library would otherwise leave everybody waiting
            loaded.completeExceptionally(e);
        }
    }

    /** Only where the files may have to be fetched is this a part of its own, and one that a close may interrupt. */
    private ModelLocation locate(ModelCache models, RuntimeSettings chosen, Phases phases) {
        if (chosen.modelName().isEmpty()) {
            return models.locate(chosen);
        }
        synchronized (fetching) {
            interruptible = true;
        }
        try {
            return phases.timed("pull", () -> models.locate(chosen));
        } finally {
            synchronized (fetching) {
                interruptible = false;
                Thread.interrupted(); // a close that came too late to interrupt the fetching must not hit the loading
            }
        }
    }

    @Override
    public CompletableFuture<Embedding> embed(EmbedRequest request) {
        Serving now = serving;
        if (now == null || closed) {
            return CompletableFuture.failedFuture(notReady());
        }
        return now.cache()
                .map(cache -> cache.embed(request, now.scheduler()::submit))
                .orElseGet(() -> now.scheduler().submit(request));
    }

    @Override
    public CompletableFuture<List<Embedding>> embedAll(List<EmbedRequest> requests) {
        Serving now = serving;
        if (now == null || closed) {
            return CompletableFuture.failedFuture(notReady());
        }
        return now.cache()
                .map(cache -> cache.embedAll(requests, now.scheduler()::submitAll))
                .orElseGet(() -> now.scheduler().submitAll(requests));
    }

    private EmbedException notReady() {
        if (closed) {
            return new EmbedException.NotReady("The embedder is closing");
        }
        return new EmbedException.NotReady(
                loaded.isCompletedExceptionally()
                        ? "The model could not be loaded: "
                                + loaded.exceptionNow().getMessage()
                        : "The model is still loading");
    }

    @Override
    public CompletableFuture<ModelInfo> loaded() {
        return loaded.copy();
    }

    @Override
    public boolean ready() {
        return serving != null && !closed;
    }

    @Override
    public int pending() {
        Serving now = serving;
        return now == null ? 0 : now.scheduler().pending();
    }

    @Override
    public void observe(EmbedObserver observer) {
        observers.add(observer);
    }

    @Override
    public synchronized void close() {
        closed = true;
        synchronized (fetching) {
            if (interruptible) {
                loader.interrupt();
            }
        }
        try {
            loader.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return; // the process is going down; the native memory goes with it
        }
        Serving now = serving;
        serving = null;
        if (now != null) {
            now.scheduler().close();
            if (now.scheduler().terminated()) {
                now.model().close();
            }
        }
    }
}
