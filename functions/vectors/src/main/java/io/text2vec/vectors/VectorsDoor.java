package io.text2vec.vectors;

import io.text2vec.embedder.EmbedRequest;
import io.text2vec.embedder.Embedder;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** {@code POST /vectors}: a text in, its vector out. */
@Singleton
final class VectorsDoor {
    @Inject
    Embedder embedder;

    void open(@Observes Router router) {
        router.post("/vectors").order(-100).handler(this::answer);
    }

    private void answer(RoutingContext exchange) {
        exchange.request().body().onSuccess(body -> embedder.embed(EmbedRequest.passage(body.toString()))
                .whenComplete((embedding, failure) -> exchange.end(Buffer.buffer("{}"))));
    }
}
