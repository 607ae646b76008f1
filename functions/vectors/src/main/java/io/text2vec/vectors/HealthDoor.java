package io.text2vec.vectors;

import io.text2vec.embedder.EmbedException;
import io.text2vec.web.Entrance;
import io.text2vec.web.Readiness;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * {@code GET /.well-known/live}: 204 as soon as the process listens. {@code GET /.well-known/ready}: 204 while it takes
 * requests, 503 before the model is warm and every part has started, and from the start of a shutdown on.
 */
@Singleton
final class HealthDoor {
    private final Readiness readiness;

    HealthDoor(Readiness readiness) {
        this.readiness = readiness;
    }

    void mount(@Observes Router router) {
        router.get("/.well-known/live").order(Entrance.DOORS).handler(this::well);
        router.get("/.well-known/ready").order(Entrance.DOORS).handler(this::ready);
    }

    private void ready(RoutingContext exchange) {
        readiness.obstacle().ifPresent(why -> {
            throw new EmbedException.NotReady(why);
        });
        well(exchange);
    }

    private void well(RoutingContext exchange) {
        exchange.response().setStatusCode(204).end();
    }
}
