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
    /** Tells how this process is, to clients that wait for another one. */
    private static final String NODES = "/v1/nodes";

    private volatile boolean begun;

    public boolean begun() {
        return begun;
    }

    void begin(@Observes ShutdownDelayInitiatedEvent shutdown) {
        begun = true;
    }

    void refuse(RoutingContext exchange) {
        String path = exchange.normalizedPath();
        if (begun && !OpenPaths.has(path) && !path.equals(NODES)) {
            throw Refusal.draining();
        }
        exchange.next();
    }
}
