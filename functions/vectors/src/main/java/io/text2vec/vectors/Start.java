package io.text2vec.vectors;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.http.HttpServer;
import io.quarkus.vertx.http.HttpServerStart;
import io.text2vec.embedder.Embedder;
import io.text2vec.embedder.ModelInfo;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Singleton;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import org.jboss.logging.Logger;

/**
 * Starts loading where no {@code main} has done so (in dev mode and tests), says in one line what is served when it is,
 * and ends a process whose model can't be loaded.
 */
@Singleton
final class Start {
    private static final Logger LOG = Logger.getLogger("io.text2vec");

    private final Embedder embedder;
    private final MeterRegistry registry;

    Start(Embedder embedder, MeterRegistry registry) {
        this.embedder = embedder;
        this.registry = registry;
    }

    void load(@Observes StartupEvent start) {
        EmbedderMetrics.bind(embedder, registry);
        embedder.loaded().exceptionally(failure -> {
            // A copy of a failed future wraps what failed it.
            Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
            System.err.println("Can't start: " + cause.getMessage());
            Quarkus.asyncExit(1);
            return null;
        });
    }

    void announce(@ObservesAsync HttpServerStart listening, HttpServer server, Vertx vertx) {
        // Every event loop listens, and the one that fires this may be ahead of the one that writes the address down;
        // what
        // is queued on each now runs after that.
        ((VertxInternal) vertx).getEventLoopGroup().forEach(loop -> loop.submit(() -> {})
                .syncUninterruptibly());
        ModelInfo model;
        try {
            model = embedder.loaded().join();
        } catch (CompletionException | CancellationException reported) {
            return; // by load, which ends the process
        }
        LOG.info(line(model, server.getLocalBaseUri().toString()));
    }

    static String line(ModelInfo model, String url) {
        return "%s, recipe %s (%s, %d dimensions, %d tokens), %d x %d threads, at %s"
                .formatted(
                        model.name(),
                        model.recipe(),
                        model.pooling(),
                        model.dimensions(),
                        model.maxTokens(),
                        model.runs(),
                        model.threadsPerRun(),
                        url);
    }
}
