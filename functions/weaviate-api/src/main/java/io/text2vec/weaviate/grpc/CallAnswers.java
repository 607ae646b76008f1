package io.text2vec.weaviate.grpc;

import io.text2vec.web.Json;
import io.text2vec.web.RequestMetrics;
import io.vertx.ext.web.RoutingContext;
import io.vertx.grpc.common.GrpcStatus;
import io.vertx.grpc.server.GrpcServerResponse;
import org.jboss.logging.Logger;

/** Ends calls that failed, and logs one line of each. */
final class CallAnswers {
    private static final Logger LOG = Logger.getLogger("io.text2vec.failures");
    private static final String DETAILS = "grpc-status-details-bin";

    private CallAnswers() {}

    static void fail(RoutingContext exchange, GrpcServerResponse<?, ?> response, Throwable thrown) {
        CallFailure failure = CallFailure.of(thrown);
        log(exchange.request().path(), failure, thrown);
        RequestMetrics.ended(exchange, failure.status().name());
        response.status(failure.status()).statusMessage(failure.sentence());
        failure.details().ifPresent(details -> response.trailers().set(DETAILS, details));
        response.end();
    }

    private static void log(String path, CallFailure failure, Throwable thrown) {
        StringBuilder line =
                new StringBuilder("status=").append(failure.status().name());
        line.append(" door=");
        Json.quote(line, path);
        line.append(" reason=");
        Json.quote(line, failure.sentence());
        if (failure.status() == GrpcStatus.INTERNAL) { // the one status that is our own fault: with its cause
            LOG.error(line, thrown);
        } else {
            LOG.warn(line);
        }
    }
}
