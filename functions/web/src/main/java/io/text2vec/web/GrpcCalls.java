package io.text2vec.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

/**
 * gRPC calls among the requests. What fails before it comes to a door is answered in their manner: HTTP's status is 200,
 * and {@code grpc-status} and {@code grpc-message} say what happened.
 */
public final class GrpcCalls {
    private static final String TYPE = "application/grpc";

    private GrpcCalls() {}

    public static boolean isOne(HttpServerRequest request) {
        String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        return type != null && type.startsWith(TYPE);
    }

    /** The statuses of gRPC that the entrance needs, with their numbers on the wire. */
    private enum Status {
        INVALID_ARGUMENT(3),
        DEADLINE_EXCEEDED(4),
        PERMISSION_DENIED(7),
        RESOURCE_EXHAUSTED(8),
        UNIMPLEMENTED(12),
        INTERNAL(13),
        UNAVAILABLE(14),
        UNAUTHENTICATED(16);

        private final int code;

        Status(int code) {
            this.code = code;
        }

        static Status of(int http) {
            return switch (http) {
                case 400, 422 -> INVALID_ARGUMENT;
                case 401 -> UNAUTHENTICATED;
                case 403 -> PERMISSION_DENIED;
                case 404, 405, 501 -> UNIMPLEMENTED; // a path that nobody answers
                case 413, 429 -> RESOURCE_EXHAUSTED;
                case 503 -> UNAVAILABLE;
                case 504 -> DEADLINE_EXCEEDED;
                default -> INTERNAL;
            };
        }
    }

    static void refuse(RoutingContext exchange, Failure failure) {
        HttpServerResponse response = exchange.response();
        if (response.ended() || response.closed()) {
            return;
        }
        if (response.headWritten()) {
            response.reset();
            return;
        }
        Status status = Status.of(failure.status());
        RequestMetrics.ended(exchange, status.name());
        response.putHeader(HttpHeaders.CONTENT_TYPE, TYPE)
                .putHeader("grpc-status", Integer.toString(status.code))
                .putHeader("grpc-message", percentEncoded(failure.sentence()))
                .end();
    }

    /** As the protocol wants it: bytes of UTF-8, those beyond printable ASCII as {@code %XX}. */
    static String percentEncoded(String sentence) {
        StringBuilder out = new StringBuilder(sentence.length());
        for (byte each : sentence.getBytes(UTF_8)) {
            if (each < ' ' || each > '~' || each == '%') {
                out.append("%%%02X".formatted(each & 0xff));
            } else {
                out.append((char) each);
            }
        }
        return out.toString();
    }
}
