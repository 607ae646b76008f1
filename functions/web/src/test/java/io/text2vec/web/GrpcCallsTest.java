package io.text2vec.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.text2vec.embedder.EmbedException;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.RequestOptions;
import io.vertx.ext.web.Router;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GrpcCallsTest {
    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void close() {
        wait(vertx.close().toCompletionStage().toCompletableFuture());
    }

    @Test
    void aFailureIsToldInTheTrailersOfGrpc() {
        assertAnswer("application/grpc", Refusal.draining(), 200, "14", "The function is shutting down.");
        assertAnswer("application/grpc+proto", Refusal.unauthorized(), 200, "16", "This function needs");
        assertAnswer("application/grpc", Refusal.noSpace(), 200, "8", "The bodies of requests");
        assertAnswer(
                "application/grpc",
                new EmbedException.Busy("50 % – full", Duration.ofSeconds(1)),
                200,
                "8",
                "50 %25 %E2%80%93 full");
        assertAnswer("application/grpc", new IllegalStateException("secret"), 200, "13", "An internal error");
    }

    @Test
    void anyOtherRequestHasHttpsOwnStatus() {
        assertAnswer("application/json", Refusal.draining(), 503, null, null);
    }

    private void assertAnswer(String type, RuntimeException thrown, int http, String status, String message) {
        Router router = Router.router(vertx);
        router.route()
                .handler(exchange -> {
                    throw thrown;
                })
                .failureHandler(new FailureAnswer(List.of(), List.of())::answer);
        HttpServer server = wait(vertx.createHttpServer()
                .requestHandler(router)
                .listen(0)
                .toCompletionStage()
                .toCompletableFuture());
        HttpClientResponse answer = wait(vertx.createHttpClient(new HttpClientOptions()
                        .setProtocolVersion(HttpVersion.HTTP_2)
                        .setHttp2ClearTextUpgrade(false))
                .request(new RequestOptions()
                        .setMethod(HttpMethod.POST)
                        .setPort(server.actualPort())
                        .setURI("/a.Service/Call")
                        .putHeader("Content-Type", type))
                .compose(request -> request.send())
                .toCompletionStage()
                .toCompletableFuture());
        assertThat(answer.statusCode()).isEqualTo(http);
        assertThat(answer.getHeader("grpc-status")).isEqualTo(status);
        if (message != null) {
            assertThat(answer.getHeader("grpc-message")).startsWith(message);
        }
    }

    private static <T> T wait(CompletableFuture<T> coming) {
        return coming.join();
    }
}
