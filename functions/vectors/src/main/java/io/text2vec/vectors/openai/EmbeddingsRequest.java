package io.text2vec.vectors.openai;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.text2vec.web.JsonBody;
import io.text2vec.web.Refusal;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Body of {@code POST /v1/embeddings}. Everything but the input may be absent or null; other fields, {@code user} among
 * them, are skipped.
 *
 * @param input 1 to {@value #MOST_TEXTS} texts
 * @param model any word; the answer repeats it
 * @param taskType {@code task_type}, which OpenAI's contract doesn't have
 * @param pooling {@code pooling_strategy}, nor this
 */
record EmbeddingsRequest(
        List<String> input,
        Optional<String> model,
        OptionalInt dimensions,
        VectorEncoding encoding,
        Optional<String> taskType,
        Optional<String> pooling) {
    static final int MOST_TEXTS = 2_048;
    private static final String EXAMPLE = "{\"input\": \"...\"}";

    EmbeddingsRequest {
        input = List.copyOf(input);
    }

    /**
     * Reads a body.
     *
     * @throws Refusal if it is not one JSON value in UTF-8, or a field is not as the contract has it
     */
    static EmbeddingsRequest parse(byte[] body) {
        return JsonBody.parse(body, EXAMPLE, in -> {
            Fields fields = new Fields();
            fields.read(in);
            return fields.request();
        });
    }

    /** The fields as they come. */
    private static final class Fields {
        private List<String> input;
        private Optional<String> model = Optional.empty();
        private OptionalInt dimensions = OptionalInt.empty();
        private VectorEncoding encoding = VectorEncoding.FLOAT;
        private Optional<String> taskType = Optional.empty();
        private Optional<String> pooling = Optional.empty();

        void read(JsonParser in) throws IOException {
            if (in.currentToken() != JsonToken.START_OBJECT) {
                throw Refusal.unprocessable("The body must be a JSON object like " + EXAMPLE + ".");
            }
            while (in.nextToken() == JsonToken.FIELD_NAME) {
                String name = in.currentName();
                in.nextToken();
                switch (name) {
                    case "input" -> input = texts(in);
                    case "model" -> model = JsonBody.string(in, name);
                    case "dimensions" -> dimensions = JsonBody.integer(in, name);
                    case "encoding_format" -> encoding = VectorEncoding.of(JsonBody.string(in, name));
                    case "task_type" -> taskType = JsonBody.string(in, name);
                    case "pooling_strategy" -> pooling = JsonBody.string(in, name);
                    default -> in.skipChildren();
                }
            }
        }

        private static List<String> texts(JsonParser in) throws IOException {
            if (in.currentToken() != JsonToken.START_ARRAY) {
                return List.of(text(in));
            }
            List<String> texts = new ArrayList<>();
            while (in.nextToken() != JsonToken.END_ARRAY) {
                if (texts.size() == MOST_TEXTS) {
                    throw Refusal.unprocessable("input takes at most " + MOST_TEXTS + " texts.");
                }
                texts.add(text(in));
            }
            if (texts.isEmpty()) {
                throw Refusal.unprocessable("input is an empty list: send at least one text.");
            }
            return texts;
        }

        private static String text(JsonParser in) throws IOException {
            return switch (in.currentToken()) {
                case VALUE_STRING -> in.getText();
                case VALUE_NUMBER_INT, START_ARRAY ->
                    throw Refusal.unprocessable("input must be text: token ids mean nothing to another model than the"
                            + " one they were made for.");
                default -> throw Refusal.unprocessable("input must be a string or a list of strings.");
            };
        }

        EmbeddingsRequest request() {
            if (input == null) {
                throw Refusal.unprocessable("input is missing: send " + EXAMPLE + ".");
            }
            return new EmbeddingsRequest(input, model, dimensions, encoding, taskType, pooling);
        }
    }
}
