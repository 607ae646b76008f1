package io.text2vec.web;

import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** Answers a request when its result is there. */
public final class Answer {
    private static final CharSequence JSON = HttpHeaders.createOptimized("application/json");

    private Answer() {}

    /**
     * Answers 200 with what comes, or fails the request with why it doesn't. To be called on the request's event loop,
     * where the answer is written too: the thread that completes the future is wanted for the next inference.
     *
     * @param coming cancelled when the client goes away before it is there
     * @param written the JSON body for it
     */
    public static <T> void when(RoutingContext exchange, CompletableFuture<T> coming, Function<T, Buffer> written) {
        exchange.addEndHandler(end -> coming.cancel(false)); // without effect on what is complete
        Context loop = exchange.vertx().getOrCreateContext();
        coming.whenComplete((result, failure) -> loop.runOnContext(now -> {
            if (exchange.response().closed()) {
                return;
            }
            if (failure != null) {
                exchange.fail(failure);
                return;
            }
            try {
                json(exchange, written.apply(result));
            } catch (RuntimeException e) {
                exchange.fail(e);
            }
        }));
    }

    /** Answers 200 at once. */
    public static void json(RoutingContext exchange, Buffer body) {
        exchange.response().putHeader(HttpHeaders.CONTENT_TYPE, JSON).end(body);
    }
}
