package io.text2vec.weaviate.grpc;

import io.text2vec.web.RequestMetrics;
import io.vertx.ext.web.RoutingContext;
import io.vertx.grpc.server.GrpcServer;

/** Refuses calls that are not there, at once: what their streams would bring is not waited for. */
final class UnknownCall {
    private static final String BATCH_STREAM = GrpcPaths.WEAVIATE + "BatchStream";

    private UnknownCall() {}

    static void take(RoutingContext exchange) {
        String path = exchange.request().path();
        if (path.equals(BATCH_STREAM)) {
            RequestMetrics.at(exchange, path);
        }
        GrpcServer.server(exchange.vertx())
                .callHandler(call -> CallAnswers.fail(exchange, call.response(), refusal(path)))
                .handle(exchange.request());
    }

    private static CallRefused refusal(String path) {
        return path.equals(BATCH_STREAM)
                ? CallRefused.unsupported("BatchStream is not supported yet; import with BatchObjects.")
                : CallRefused.unknown(path);
    }
}
