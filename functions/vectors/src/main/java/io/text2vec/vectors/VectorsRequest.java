package io.text2vec.vectors;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.text2vec.embedder.EmbedRequest;
import io.text2vec.web.JsonBody;
import io.text2vec.web.Refusal;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A text and what to do with it: {@code {"text": "...", "config": {"pooling_strategy": "...", "task_type": "...",
 * "dimensions": 8}}}, the body of {@code POST /vectors} and the input of the functions. Everything but the text may be
 * absent or null, other fields are skipped, the last of two with the same name counts.
 */
public record VectorsRequest(String text, Optional<String> taskType, Optional<String> pooling, OptionalInt dimensions) {
    static final String EXAMPLE = "{\"text\": \"...\"}";

    /**
     * Reads a body.
     *
     * @throws Refusal 400 if it is not one JSON value in UTF-8, 422 if a field has another type than the contract's
     */
    static VectorsRequest parse(byte[] body) {
        return JsonBody.parse(body, EXAMPLE, VectorsRequest::read);
    }

    /** Reads one from where it begins to where it ends. */
    static VectorsRequest read(JsonParser in) throws IOException {
        Fields fields = new Fields();
        fields.read(in);
        return fields.request();
    }

    /** @param ownTask the task of a text that doesn't say */
    EmbedRequest embedRequest(Optional<String> ownTask) {
        return new EmbedRequest(text, ownTask, pooling, dimensions);
    }

    /** The fields as they come. */
    private static final class Fields {
        private String text;
        private Optional<String> taskType = Optional.empty();
        private Optional<String> pooling = Optional.empty();
        private OptionalInt dimensions = OptionalInt.empty();

        void read(JsonParser in) throws IOException {
            if (in.currentToken() != JsonToken.START_OBJECT) {
                throw Refusal.unprocessable("Expected a JSON object like " + EXAMPLE + ".");
            }
            while (in.nextToken() == JsonToken.FIELD_NAME) {
                String name = in.currentName();
                in.nextToken();
                switch (name) {
                    case "text" ->
                        text = JsonBody.string(in, "text")
                                .orElseThrow(() -> Refusal.unprocessable("text must be a string, not null."));
                    case "config" -> config(in);
                    default -> in.skipChildren();
                }
            }
        }

        private void config(JsonParser in) throws IOException {
            taskType = Optional.empty();
            pooling = Optional.empty();
            dimensions = OptionalInt.empty();
            if (in.currentToken() == JsonToken.VALUE_NULL) {
                return;
            }
            if (in.currentToken() != JsonToken.START_OBJECT) {
                throw Refusal.unprocessable("config must be an object.");
            }
            while (in.nextToken() == JsonToken.FIELD_NAME) {
                String name = in.currentName();
                in.nextToken();
                switch (name) {
                    case "task_type" -> taskType = JsonBody.string(in, "config.task_type");
                    case "pooling_strategy" -> pooling = JsonBody.string(in, "config.pooling_strategy");
                    case "dimensions" -> dimensions = JsonBody.integer(in, "config.dimensions");
                    default -> in.skipChildren();
                }
            }
        }

        VectorsRequest request() {
            if (text == null) {
                throw Refusal.unprocessable("text is missing: send " + EXAMPLE + ".");
            }
            return new VectorsRequest(text, taskType, pooling, dimensions);
        }
    }
}
