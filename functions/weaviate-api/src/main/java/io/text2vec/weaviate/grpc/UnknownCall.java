package io.text2vec.weaviate.grpc;

import io.vertx.ext.web.RoutingContext;
import io.vertx.grpc.server.GrpcServer;

/** Refuses calls that are not there, at once: what their streams would bring is not waited for. */
final class UnknownCall {
    private UnknownCall() {}

    static void take(RoutingContext exchange) {
        String path = exchange.request().path();
        GrpcServer.server(exchange.vertx())
                .callHandler(call -> CallAnswers.fail(exchange, call.response(), CallRefused.unknown(path)))
                .handle(exchange.request());
    }
}
