package io.text2vec.vectors;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.http.HttpServer;
import io.quarkus.vertx.http.HttpServerStart;
import io.text2vec.embedder.Embedder;
import io.text2vec.embedder.ModelInfo;
import io.text2vec.web.Starting;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
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
    private final List<Starting> parts;

    Start(Embedder embedder, MeterRegistry registry, @All List<Starting> parts) {
        this.embedder = embedder;
        this.registry = registry;
        this.parts = parts;
    }

    void load(@Observes StartupEvent start) {
        EmbedderMetrics.bind(embedder, registry);
        endIfFailed(embedder.loaded());
        parts.forEach(part -> endIfFailed(part.started()));
    }

    private static void endIfFailed(CompletableFuture<?> starting) {
        starting.exceptionally(failure -> {
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
        String model;
        List<String> words;
        try {
            model = embedder.present() ? line(embedder.loaded().join()) : "No model in this process";
            words = parts.stream()
                    .map(part -> part.started().join())
                    .filter(text -> !text.isEmpty())
                    .toList();
        } catch (CompletionException | CancellationException reported) {
            return; // by load, which ends the process
        }
        LOG.info("%s, %sat %s"
                .formatted(
                        model,
                        words.stream().map(part -> part + ", ").collect(Collectors.joining()),
                        server.getLocalBaseUri()));
    }

    private static String line(ModelInfo model) {
        return "%s, recipe %s (%s, %d dimensions, %d tokens), %d x %d threads"
                .formatted(
                        model.name(),
                        model.recipe(),
                        model.pooling(),
                        model.dimensions(),
                        model.maxTokens(),
                        model.runs(),
                        model.threadsPerRun());
    }
}
