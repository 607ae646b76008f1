package io.text2vec.web;

import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.function.BiConsumer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Reads the bodies of requests, up to a limit for each and one for all that are under way. Doors use it instead of the
 * framework's body handler, which takes what {@code curl -d} sends for a form, and refuses long ones.
 */
@Singleton
public final class Body {
    /** How long the rest of a refused body is read, so that its sender comes to read the answer. */
    private static final long LINGER_MILLIS = 2_000;

    private final long limit;
    private final BodySpace space;

    /** @throws IllegalArgumentException if all bodies together may not be as large as one of them */
    Body(@ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize limit, BodySpace space) {
        this.limit = limit.asLongValue();
        if (space.size() < this.limit) {
            throw new IllegalArgumentException("TEXT2VEC_BODIES must be at least the " + this.limit
                    + " bytes that a single body may have, not " + space.size());
        }
        this.space = space;
    }

    /**
     * Calls a door with the whole body, on the event loop of the request; what the door throws fails the request. Must
     * be called before the handler of the request returns.
     */
    public void read(RoutingContext exchange, BiConsumer<RoutingContext, Buffer> door) {
        HttpServerRequest request = exchange.request();
        Upload upload = new Upload(exchange, limit, space);
        exchange.addEndHandler(end -> upload.release()); // until then its texts are in memory in its stead
        request.handler(upload::append);
        request.endHandler(end -> upload.complete(door));
    }

    /** Refuses a body by its announced length, before anything of it is read; a gRPC call has a limit of its own. */
    void announced(RoutingContext exchange) {
        String length = exchange.request().getHeader("Content-Length");
        if (length != null && !GrpcCalls.isOne(exchange.request()) && Long.parseLong(length) > limit) {
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
