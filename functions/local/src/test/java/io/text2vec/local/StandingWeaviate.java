package io.text2vec.local;

import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Stands where a Weaviate would, for what only its side can tell: which headers come. It has the class Film and says so; each
 * gRPC call it refuses.
 */
final class StandingWeaviate implements AutoCloseable {
    private static final String FILM = """
            {"class":"Film","vectorizer":"none","properties":[{"name":"title","dataType":["text"]}]}""";

    private final Vertx vertx = Vertx.vertx();
    private final HttpServer server;
    private final List<Heard> heard = new CopyOnWriteArrayList<>();

    /** A request that came. */
    record Heard(String path, MultiMap headers) {}

    StandingWeaviate() {
        server = vertx.createHttpServer()
                .requestHandler(this::take)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    String url() {
        return "http://127.0.0.1:" + server.actualPort();
    }

    /** What came at paths that contain this. */
    List<Heard> heard(String path) {
        return heard.stream().filter(each -> each.path().contains(path)).toList();
    }

    private void take(HttpServerRequest request) {
        heard.add(new Heard(request.path(), request.headers()));
        request.response().putHeader("content-type", "application/json");
        if (request.path().startsWith("/weaviate.v1.") || request.path().startsWith("/grpc.health.")) {
            request.response()
                    .putHeader("content-type", "application/grpc")
                    .putHeader("grpc-status", "3")
                    .putHeader("grpc-message", "not here")
                    .end();
        } else if (request.path().equals("/v1/schema/Film")) {
            request.response().end(FILM);
        } else if (request.path().equals("/v1/schema")) {
            request.response().end("{\"classes\":[" + FILM + "]}");
        } else {
            request.response().end("{\"version\":\"1.35.2\",\"hostname\":\"\"}");
        }
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
