package io.text2vec.vectors;

import io.text2vec.embedder.EmbedRequest;
import io.text2vec.embedder.Embedder;
import io.text2vec.web.Answer;
import io.text2vec.web.Body;
import io.text2vec.web.Entrance;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** {@code POST /vectors}: a text in, its vector out. Whatever the content type says: {@code curl -d} says form. */
@Singleton
final class VectorsDoor {
    private final Embedder embedder;
    private final OwnTask ownTask;
    private final Body body;

    VectorsDoor(Embedder embedder, OwnTask ownTask, Body body) {
        this.embedder = embedder;
        this.ownTask = ownTask;
        this.body = body;
    }

    void mount(@Observes Router router) {
        router.post("/vectors").order(Entrance.DOORS).handler(exchange -> body.read(exchange, this::answer));
    }

    private void answer(RoutingContext exchange, Buffer read) {
        VectorsRequest asked = VectorsRequest.parse(read.getBytes());
        EmbedRequest request =
                new EmbedRequest(asked.text(), ownTask.of(asked.taskType()), asked.pooling(), asked.dimensions());
        Answer.when(
                exchange, embedder.embed(request), embedding -> VectorsAnswer.write(asked.text(), embedding.vector()));
    }
}
