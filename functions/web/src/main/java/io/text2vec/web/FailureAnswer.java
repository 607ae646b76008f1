package io.text2vec.web;

import io.quarkus.arc.All;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.jboss.logging.Logger;

/** Answers whatever failed behind the {@link Entrance}, in the shape of the path's contract, and logs one line of it. */
@Singleton
final class FailureAnswer {
    private static final Logger LOG = Logger.getLogger("io.text2vec.failures");
    private static final ErrorShape PLAIN = new ErrorShape() {
        @Override
        public boolean covers(String path) {
            return true;
        }

        @Override
        public String write(Failure failure) {
            StringBuilder out = new StringBuilder("{\"error\":");
            return Json.quote(out, failure.sentence()).append('}').toString();
        }
    };

    private final List<ErrorShape> shapes;
    private final List<KnownFailures> libraries;

    FailureAnswer(@All List<ErrorShape> shapes, @All List<KnownFailures> libraries) {
        this.shapes = shapes;
        this.libraries = libraries;
    }

    void answer(RoutingContext exchange) {
        answer(exchange, failureOf(exchange));
    }

    void answer(RoutingContext exchange, Failure thrown) {
        if (GrpcCalls.isOne(exchange.request())) {
            log(exchange, thrown);
            GrpcCalls.refuse(exchange, thrown);
            return;
        }
        ErrorShape shape = shapeOf(exchange.request().path());
        Failure failure = new Failure(shape.statusOf(thrown), thrown.sentence(), thrown.headers());
        log(exchange, failure);
        HttpServerResponse response = exchange.response();
        if (response.ended() || response.closed()) {
            return;
        }
        if (response.headWritten()) { // half an answer is out: only a broken connection tells the client
            response.reset();
            return;
        }
        failure.headers().forEach(response::putHeader);
        response.setStatusCode(failure.status()).putHeader(HttpHeaders.CONTENT_TYPE, "application/json");
        response.end(shape.write(failure));
        if (failure.status() == 413) {
            Body.discard(exchange);
        }
    }

    private Failure failureOf(RoutingContext exchange) {
        Throwable thrown = exchange.failure();
        // The router tells by the status alone what it finds wrong with a request, and 500 for all that is thrown.
        boolean told = thrown == null || exchange.statusCode() >= 400 && exchange.statusCode() < 500;
        return told ? Failure.ofStatus(exchange.statusCode()) : of(thrown);
    }

    private Failure of(Throwable thrown) {
        Throwable cause =
                thrown instanceof CompletionException && thrown.getCause() != null ? thrown.getCause() : thrown;
        return libraries.stream()
                .flatMap(library -> library.of(cause).stream())
                .findFirst()
                .orElseGet(() -> Failure.of(cause));
    }

    private ErrorShape shapeOf(String path) {
        return shapes.stream()
                .filter(shape -> path != null && shape.covers(path))
                .findFirst()
                .orElse(PLAIN);
    }

    private static void log(RoutingContext exchange, Failure failure) {
        StringBuilder line = new StringBuilder("status=").append(failure.status());
        line.append(" door=");
        Json.quote(line, RequestMetrics.doorOf(exchange));
        line.append(" reason=");
        Json.quote(line, failure.sentence());
        if (failure.status() == 500) { // the one status that is our own fault: with its cause
            LOG.error(line, exchange.failure());
        } else {
            LOG.warn(line);
        }
    }
}
