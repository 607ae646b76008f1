package io.text2vec.web;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Whether this function is on its way out. From SIGTERM on it takes no new request; the framework waits for those under
 * way, at most {@code quarkus.shutdown.timeout}, and closes the rest.
 */
@Singleton
public final class Drain {
    private volatile boolean begun;

    public boolean begun() {
        return begun;
    }

    void begin(@Observes ShutdownDelayInitiatedEvent shutdown) {
        begun = true;
    }

    void refuse(RoutingContext exchange) {
        if (begun && !OpenPaths.has(exchange.normalizedPath())) {
            throw Refusal.draining();
        }
        exchange.next();
    }
}
