package io.text2vec.cluster.rest;

import io.text2vec.cluster.client.Cluster;
import io.text2vec.cluster.client.Headers;
import io.vertx.core.Future;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

/** Streams a request to Weaviate and its answer back, both as they are. */
final class Forward {
    private static final String LENGTH = "content-length";

    private final Cluster cluster;

    Forward(Cluster cluster) {
        this.cluster = cluster;
    }

    /** @param answered called when Weaviate has answered, whatever */
    void take(RoutingContext exchange, Runnable answered) {
        HttpServerRequest request = exchange.request();
        request.pause();
        cluster.rest()
                .begin(request.method(), request.uri())
                .compose(onward -> send(exchange, onward))
                .compose(answer -> {
                    answered.run();
                    return giveBack(answer, exchange.response());
                })
                .onFailure(why -> {
                    request.resume();
                    exchange.fail(cluster.rest().meaning(why));
                });
    }

    private Future<HttpClientResponse> send(RoutingContext exchange, HttpClientRequest onward) {
        HttpServerRequest request = exchange.request();
        if (exchange.response().closed()) { // the client didn't wait
            onward.reset();
        } else {
            exchange.addEndHandler(end -> {
                if (end.failed()) {
                    onward.reset();
                }
            });
        }
        Headers.request(request.headers(), onward.headers(), cluster.credentials());
        if (!request.headers().contains(LENGTH)) {
            onward.setChunked(request.headers().contains("transfer-encoding")
                    || request.version().name().equals("HTTP_2") && !request.isEnded());
        }
        return onward.send(request);
    }

    private static Future<Void> giveBack(HttpClientResponse answer, HttpServerResponse response) {
        response.setStatusCode(answer.statusCode());
        Headers.copy(answer.headers(), response.headers());
        boolean empty = answer.statusCode() == 204 || answer.statusCode() == 304;
        if (!empty && !answer.headers().contains(LENGTH)) {
            response.setChunked(true);
        }
        return answer.pipeTo(response);
    }
}
