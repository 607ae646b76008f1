package io.text2vec.web;

import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.function.BiConsumer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Reads the bodies of requests, up to the limit. Doors use it instead of the framework's body handler, which takes what
 * {@code curl -d} sends for a form, and refuses long ones.
 */
@Singleton
public final class Body {
    /** How long the rest of a refused body is read, so that its sender comes to read the answer. */
    private static final long LINGER_MILLIS = 2_000;

    private final long limit;

    Body(@ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize limit) {
        this.limit = limit.asLongValue();
    }

    /**
     * Calls a door with the whole body, on the event loop of the request; what the door throws fails the request. Must
     * be called before the handler of the request returns.
     */
    public void read(RoutingContext exchange, BiConsumer<RoutingContext, Buffer> door) {
        HttpServerRequest request = exchange.request();
        Buffer body = Buffer.buffer();
        request.handler(part -> {
            if (body.length() <= limit) {
                body.appendBuffer(part);
                if (body.length() > limit) {
                    exchange.fail(Refusal.tooLarge(limit));
                }
            }
        });
        request.endHandler(end -> {
            if (!exchange.failed()) {
                try {
                    door.accept(exchange, body);
                } catch (RuntimeException e) {
                    exchange.fail(e);
                }
            }
        });
    }

    /** Refuses a body by its announced length, before anything of it is read. */
    void announced(RoutingContext exchange) {
        String length = exchange.request().getHeader("Content-Length");
        if (length != null && Long.parseLong(length) > limit) {
            throw Refusal.tooLarge(limit);
        }
        exchange.next();
    }

    /** Reads on without keeping anything, then closes: closing at once would reset the connection under the answer. */
    static void discard(RoutingContext exchange) {
        HttpServerRequest request = exchange.request();
        if (!request.isEnded()) {
            request.handler(part -> {});
            request.resume();
            exchange.vertx()
                    .setTimer(LINGER_MILLIS, timer -> request.connection().close());
        }
    }
}
