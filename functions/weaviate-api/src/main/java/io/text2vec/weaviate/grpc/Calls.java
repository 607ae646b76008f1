package io.text2vec.weaviate.grpc;

import io.text2vec.collections.work.Workers;
import io.text2vec.web.BodySpace;
import io.text2vec.web.access.Access;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * What calls share: who may call, how many at once, and on whose threads.
 *
 * @param access absent: somebody else asks who calls
 */
record Calls(Optional<Access> access, Workers workers, CallLimit limit, BodySpace space, int maxMessageSize) {

    /** @throws io.text2vec.web.access.AccessDenied if the caller may not */
    void admit(RoutingContext exchange, Rpc<?> rpc) {
        if (rpc.right() != Rpc.Right.OPEN) {
            access.ifPresent(callers ->
                    callers.admit(exchange.request().getHeader("authorization"), rpc.right() == Rpc.Right.WRITE));
        }
    }

    CompletableFuture<byte[]> work(Rpc<?> rpc, Frame frame) {
        return switch (rpc.right()) {
            case OPEN -> CompletableFuture.completedFuture(rpc.answer(frame, maxMessageSize));
            case READ -> workers.read(() -> rpc.answer(frame, maxMessageSize));
            case WRITE -> workers.write(() -> rpc.answer(frame, maxMessageSize));
        };
    }
}
