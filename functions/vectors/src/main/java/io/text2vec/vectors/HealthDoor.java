package io.text2vec.vectors;

import io.quarkus.arc.All;
import io.text2vec.embedder.EmbedException;
import io.text2vec.embedder.Embedder;
import io.text2vec.web.Drain;
import io.text2vec.web.Entrance;
import io.text2vec.web.Starting;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * {@code GET /.well-known/live}: 204 as soon as the process listens. {@code GET /.well-known/ready}: 204 while it takes
 * texts, 503 before the model is warm and from the start of a shutdown on.
 */
@Singleton
final class HealthDoor {
    private final Embedder embedder;
    private final Drain drain;
    private final List<Starting> parts;

    HealthDoor(Embedder embedder, Drain drain, @All List<Starting> parts) {
        this.embedder = embedder;
        this.drain = drain;
        this.parts = parts;
    }

    void mount(@Observes Router router) {
        router.get("/.well-known/live").order(Entrance.DOORS).handler(this::well);
        router.get("/.well-known/ready").order(Entrance.DOORS).handler(this::ready);
    }

    private void ready(RoutingContext exchange) {
        if (drain.begun()) {
            throw new EmbedException.NotReady("The function is shutting down.");
        }
        if (!embedder.ready()) {
            throw new EmbedException.NotReady("The model is not loaded yet.");
        }
        for (Starting part : parts) {
            if (!part.ready()) {
                throw new EmbedException.NotReady(part.name() + " are not ready yet.");
            }
        }
        well(exchange);
    }

    private void well(RoutingContext exchange) {
        exchange.response().setStatusCode(204).end();
    }
}
