package io.text2vec.weaviate.grpc;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.vertx.core.Vertx;
import io.vertx.core.http.Http2Settings;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Listens on the port for gRPC, where the application wants one; behind it is what is behind the other port. */
@Singleton
public final class GrpcListener {
    /** How much of a call may be on its way before it is read: an import's message waits for no acknowledgement. */
    private static final int WINDOW = 8 << 20;

    private static final int CONNECTION_WINDOW = 2 * WINDOW;

    /** Of the end: calls under way still need what is closed without a priority. */
    private static final int BEFORE_THE_ENGINE = 1000;

    private final Vertx vertx;
    private final GrpcConfig config;
    private final CallLimit limit;
    private final String host;
    private final Duration drain;
    private HttpServer server; // null unless it listens

    GrpcListener(
            Vertx vertx,
            GrpcConfig config,
            CallLimit limit,
            @ConfigProperty(name = "quarkus.http.host") String host,
            @ConfigProperty(name = "quarkus.shutdown.timeout") Duration drain) {
        this.vertx = vertx;
        this.config = config;
        this.limit = limit;
        this.host = host;
        this.drain = drain;
    }

    /** @throws IllegalStateException if the port can't be had: that ends the start */
    void listen(@Observes StartupEvent start) {
        if (!config.listen()) {
            return;
        }
        // The framework's own way to the routes, not the router itself: development mode puts handlers before them.
        HttpServer made = vertx.createHttpServer(options(host, config.port()))
                .requestHandler(request -> VertxHttpRecorder.getRootHandler().handle(request));
        try {
            server = made.listen().toCompletionStage().toCompletableFuture().join();
        } catch (CompletionException e) {
            throw new IllegalStateException(
                    "GRPC_PORT %d of %s can't be listened on: %s. Free it, or set GRPC_PORT to another one, 0 for any."
                            .formatted(config.port(), host, e.getCause().getMessage()),
                    e.getCause());
        }
    }

    static HttpServerOptions options(String host, int port) {
        return new HttpServerOptions()
                .setHost(host)
                .setPort(port)
                .setHttp2ConnectionWindowSize(CONNECTION_WINDOW)
                .setInitialSettings(new Http2Settings().setInitialWindowSize(WINDOW));
    }

    /** The port that is listened on, or -1. */
    public int port() {
        return server == null ? -1 : server.actualPort();
    }

    /** The framework waits for the requests of its own port alone. */
    void close(@Observes @Priority(BEFORE_THE_ENGINE) ShutdownEvent shutdown) throws InterruptedException {
        if (server != null) {
            limit.awaitNone(drain);
            server.close().toCompletionStage().toCompletableFuture().join();
        }
    }
}
