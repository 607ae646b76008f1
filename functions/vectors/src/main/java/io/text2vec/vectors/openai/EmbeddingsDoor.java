package io.text2vec.vectors.openai;

import io.text2vec.embedder.EmbedRequest;
import io.text2vec.embedder.Embedder;
import io.text2vec.embedder.ModelInfo;
import io.text2vec.web.Answer;
import io.text2vec.web.Body;
import io.text2vec.web.Entrance;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * {@code POST /v1/embeddings}: texts in, their vectors out, all or none. A text is a passage in every application,
 * unless the request says otherwise: who speaks OpenAI's contract knows nothing of ours.
 */
@Singleton
final class EmbeddingsDoor {
    static final String PATH = "/v1/embeddings";

    /** Header that says whose vectors these are: the model may be another one than a moment ago at the same address. */
    private static final String FINGERPRINT = "text2vec-fingerprint";

    private final Embedder embedder;
    private final Body body;

    EmbeddingsDoor(Embedder embedder, Body body) {
        this.embedder = embedder;
        this.body = body;
    }

    void mount(@Observes Router router) {
        router.post(PATH).order(Entrance.DOORS).handler(exchange -> body.read(exchange, this::answer));
    }

    private void answer(RoutingContext exchange, Buffer read) {
        EmbeddingsRequest asked = EmbeddingsRequest.parse(read.getBytes());
        List<EmbedRequest> requests = asked.input().stream()
                .map(text -> new EmbedRequest(text, asked.taskType(), asked.pooling(), asked.dimensions()))
                .toList();
        Answer.after(exchange, embedder.embedAll(requests), embeddings -> {
            ModelInfo model = embedder.loaded().join();
            exchange.response().putHeader(FINGERPRINT, model.fingerprint());
            Answer.json(
                    exchange,
                    EmbeddingsAnswer.write(
                            embeddings, asked.encoding(), asked.model().orElse(model.name())));
        });
    }
}
