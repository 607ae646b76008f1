package io.text2vec.weaviate.grpc;

import com.google.protobuf.MessageLite;
import io.grpc.health.v1.HealthCheckResponse;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import io.vertx.grpc.server.GrpcServer;
import io.vertx.grpc.server.GrpcServerRequest;
import io.vertx.grpc.server.GrpcServerResponse;

/** Tells whether calls are served, at once and whenever it changes. On the event loop of its request alone. */
final class WatchCall {
    static final String PATH = GrpcPaths.HEALTH + "Watch";

    private static final long LOOK_AGAIN_MILLIS = 1_000;

    private final Vertx vertx;
    private final HealthAnswer health;
    private final GrpcServerResponse<Buffer, Buffer> response;
    private HealthCheckResponse told;

    private WatchCall(Vertx vertx, HealthAnswer health, GrpcServerResponse<Buffer, Buffer> response) {
        this.vertx = vertx;
        this.health = health;
        this.response = response;
    }

    static void take(RoutingContext exchange, CallLimit limit, HealthAnswer health) {
        GrpcServer.server(exchange.vertx())
                .callHandler(call -> begin(exchange, call, limit, health))
                .handle(exchange.request());
    }

    private static void begin(
            RoutingContext exchange, GrpcServerRequest<Buffer, Buffer> call, CallLimit limit, HealthAnswer health) {
        try {
            limit.enter();
        } catch (CallRefused refused) {
            CallAnswers.fail(exchange, call.response(), refused);
            return;
        }
        WatchCall watch = new WatchCall(exchange.vertx(), health, call.response());
        watch.tell();
        long timer = watch.vertx.setPeriodic(LOOK_AGAIN_MILLIS, now -> watch.tell());
        exchange.addEndHandler(end -> {
            watch.vertx.cancelTimer(timer);
            limit.leave();
        });
    }

    private void tell() {
        HealthCheckResponse now = health.now();
        if (!now.equals(told)) {
            told = now;
            response.write(bytes(now));
        }
    }

    private static Buffer bytes(MessageLite message) {
        return Buffer.buffer(message.toByteArray());
    }
}
