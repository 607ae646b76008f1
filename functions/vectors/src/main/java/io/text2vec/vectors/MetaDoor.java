package io.text2vec.vectors;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.text2vec.embedder.EmbedException;
import io.text2vec.embedder.Embedder;
import io.text2vec.embedder.ModelInfo;
import io.text2vec.web.Answer;
import io.text2vec.web.Entrance;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** {@code GET /meta}: the fields of the model's own config.json, and in {@code text2vec} how we use it. */
@Singleton
final class MetaDoor {
    private static final String OURS = "text2vec";
    private static final JsonFactory JSON = new JsonFactory();

    private final Embedder embedder;
    private final String version;

    MetaDoor(Embedder embedder, @ConfigProperty(name = "quarkus.application.version") String version) {
        this.embedder = embedder;
        this.version = version;
    }

    void mount(@Observes Router router) {
        router.get("/meta").order(Entrance.DOORS).handler(this::answer);
    }

    private void answer(RoutingContext exchange) {
        if (!embedder.present()) {
            throw new EmbedException.NoModel("There is no model in this process: others make all vectors.");
        }
        if (!embedder.ready()) {
            throw new EmbedException.NotReady("The model is not loaded yet.");
        }
        Answer.json(exchange, Buffer.buffer(write(embedder.loaded().join(), version)));
    }

    static String write(ModelInfo model, String version) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = JSON.createGenerator(text)) {
            out.writeStartObject();
            copyFields(model.config(), out);
            out.writeObjectFieldStart(OURS);
            out.writeStringField("version", version);
            out.writeStringField("model", model.name());
            out.writeStringField("recipe", model.recipe());
            out.writeNumberField("dimensions", model.dimensions());
            out.writeNumberField("max_tokens", model.maxTokens());
            out.writeStringField("fingerprint", model.fingerprint());
            out.writeStringField("pooling", model.pooling());
            out.writeNumberField("runs", model.runs());
            out.writeNumberField("threads_per_run", model.threadsPerRun());
            out.writeEndObject();
            out.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("The model's config.json is not a JSON object", e);
        }
        return text.toString();
    }

    private static void copyFields(String config, JsonGenerator out) throws IOException {
        try (JsonParser in = JSON.createParser(config)) {
            in.nextToken();
            while (in.nextToken() == JsonToken.FIELD_NAME) {
                if (in.currentName().equals(OURS)) {
                    in.nextToken();
                    in.skipChildren();
                } else {
                    out.copyCurrentStructure(in);
                }
            }
        }
    }
}
