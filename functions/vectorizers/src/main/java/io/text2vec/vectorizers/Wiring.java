package io.text2vec.vectorizers;

import io.quarkus.runtime.StartupEvent;
import io.text2vec.collections.vectorize.RemoteVectorizers;
import io.text2vec.web.Starting;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Gives an application its vectorizers elsewhere, and has it wait until the common ones take texts. */
@Singleton
final class Wiring implements Starting {
    private static final Logger LOG = Logger.getLogger("io.text2vec");
    private static final long PAUSE_MILLIS = 1000;

    private final CompletableFuture<String> started = new CompletableFuture<>();
    private final Vertx vertx;
    private final InferenceSettings settings;
    private final HttpVectorizers vectorizers;
    private volatile boolean closed;

    Wiring(InferenceConfig config, Vertx vertx) {
        this.vertx = vertx;
        settings = read(config).orElse(InferenceSettings.NONE);
        vectorizers = new HttpVectorizers(vertx, settings);
    }

    private Optional<InferenceSettings> read(InferenceConfig config) {
        try {
            return Optional.of(InferenceSettings.read(config));
        } catch (IllegalArgumentException wrong) {
            started.completeExceptionally(wrong); // ends the process
            return Optional.empty();
        }
    }

    @Produces
    @Singleton
    RemoteVectorizers vectorizers() {
        return vectorizers;
    }

    void await(@Observes StartupEvent start) {
        Collection<HttpSource> common = vectorizers.common();
        String words = common.isEmpty()
                ? ""
                : "vectors by "
                        + common.stream().map(source -> source.address().name()).collect(Collectors.joining(" and "));
        if (!settings.waiting()) {
            started.complete(words);
            return;
        }
        CompletableFuture.allOf(common.stream().map(this::ready).toArray(CompletableFuture[]::new))
                .thenRun(() -> started.complete(words));
    }

    private CompletableFuture<Void> ready(HttpSource source) {
        CompletableFuture<Void> ready = new CompletableFuture<>();
        ask(source, ready, true);
        return ready;
    }

    private void ask(HttpSource source, CompletableFuture<Void> ready, boolean first) {
        source.ready().thenCompose(done -> source.introduction().peer()).whenComplete((peer, failed) -> {
            if (failed == null) {
                ready.complete(null);
            } else if (!closed) {
                if (first) {
                    LOG.warn("Waiting: " + Futures.cause(failed).getMessage());
                }
                vertx.setTimer(PAUSE_MILLIS, now -> ask(source, ready, false));
            }
        });
    }

    @Override
    public String name() {
        return "The vectorizers";
    }

    @Override
    public CompletableFuture<String> started() {
        return started;
    }

    @PreDestroy
    void close() {
        closed = true;
        vectorizers.close();
    }
}
