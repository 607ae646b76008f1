package io.text2vec.weaviate.grpc;

import io.text2vec.collections.work.Workers;
import io.text2vec.web.BodySpace;
import io.text2vec.web.RequestMetrics;
import io.text2vec.web.access.Access;
import io.vertx.ext.web.RoutingContext;
import io.vertx.grpc.server.GrpcServer;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Takes calls for whoever stands before the contract's own door. To be called on the event loop of their requests. */
@Singleton
public final class CallDoor {
    private final Calls guarded;
    private final Calls open;

    CallDoor(Workers workers, Access access, BodySpace space, CallLimit limit, GrpcConfig config) {
        guarded = new Calls(Optional.of(access), workers, limit, space, config.maxMessageSize());
        open = new Calls(Optional.empty(), workers, limit, space, config.maxMessageSize());
    }

    /**
     * Answers a call with one message in and one out.
     *
     * @param asks whether this process' keys say who may call
     */
    public void answer(RoutingContext exchange, Rpc<?> rpc, boolean asks) {
        RequestMetrics.at(exchange, rpc.path());
        UnaryCall.take(exchange, rpc, asks ? guarded : open);
    }

    /**
     * Counts a call that is answered elsewhere, until its exchange ends.
     *
     * @throws CallRefused if as many as may be are under way
     */
    public void count(RoutingContext exchange) {
        guarded.limit().enter();
        exchange.addEndHandler(end -> guarded.limit().leave());
    }

    /** Ends a call with what was thrown, before anything of it was answered. */
    public void fail(RoutingContext exchange, Throwable thrown) {
        GrpcServer.server(exchange.vertx())
                .callHandler(call -> CallAnswers.fail(exchange, call.response(), thrown))
                .handle(exchange.request());
    }

    /** Bytes of a message, at most. */
    public int maxMessageSize() {
        return guarded.maxMessageSize();
    }
}
