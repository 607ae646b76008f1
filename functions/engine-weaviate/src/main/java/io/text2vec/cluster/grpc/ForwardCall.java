package io.text2vec.cluster.grpc;

import io.text2vec.cluster.client.Cluster;
import io.text2vec.cluster.client.Headers;
import io.text2vec.weaviate.grpc.CallDoor;
import io.text2vec.web.RequestMetrics;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import io.vertx.grpc.common.GrpcStatus;

/** Streams a call to Weaviate and its answer back, frame by frame, both ways at once. */
final class ForwardCall {
    private static final long CANCEL = 8;
    private static final String STATUS = "grpc-status";

    private final Cluster cluster;
    private final CallDoor calls;

    ForwardCall(Cluster cluster, CallDoor calls) {
        this.cluster = cluster;
        this.calls = calls;
    }

    /** @param stream whether messages may be long in coming, so that silence means nothing */
    void take(RoutingContext exchange, boolean stream) {
        HttpServerRequest request = exchange.request();
        request.pause();
        Future<HttpClientRequest> begun = stream
                ? cluster.grpc().beginStream(request.method(), request.uri())
                : cluster.grpc().begin(request.method(), request.uri());
        begun.compose(onward -> send(exchange, onward))
                .compose(answer -> giveBack(exchange, answer))
                .onFailure(why -> fail(exchange, why));
    }

    private Future<HttpClientResponse> send(RoutingContext exchange, HttpClientRequest onward) {
        HttpServerRequest request = exchange.request();
        exchange.addEndHandler(end -> {
            if (end.failed()) {
                onward.reset(CANCEL);
            }
        });
        Headers.request(request.headers(), onward.headers(), cluster.credentials());
        onward.headers().set("te", "trailers");
        onward.setChunked(true); // HTTP/2 has no chunks: it only says that nobody knows the length yet
        Future<HttpClientResponse> answer = onward.response();
        // The head goes first: a stream's other side may answer before a message has come.
        return onward.sendHead().compose(sent -> {
            request.pipeTo(onward);
            return answer;
        });
    }

    private static Future<Void> giveBack(RoutingContext exchange, HttpClientResponse answer) {
        HttpServerResponse response = exchange.response();
        response.setStatusCode(answer.statusCode());
        Headers.copy(answer.headers(), response.headers());
        tell(exchange, answer.headers());
        return answer.pipe().endOnSuccess(false).to(response).compose(done -> {
            Headers.copy(answer.trailers(), response.trailers());
            tell(exchange, answer.trailers());
            return response.end();
        });
    }

    private static void tell(RoutingContext exchange, MultiMap headers) {
        String code = headers.get(STATUS);
        if (code != null) {
            GrpcStatus status = GrpcStatus.valueOf(Integer.parseInt(code));
            RequestMetrics.ended(exchange, status == null ? code : status.name());
        }
    }

    private void fail(RoutingContext exchange, Throwable why) {
        HttpServerResponse response = exchange.response();
        if (response.ended() || response.closed()) {
            return;
        }
        if (response.headWritten()) { // half an answer is out: only a broken stream tells the client
            response.reset();
            return;
        }
        exchange.request().resume();
        calls.fail(exchange, Failures.of(cluster.grpc().meaning(why)));
    }
}
