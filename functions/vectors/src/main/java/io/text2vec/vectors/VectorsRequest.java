package io.text2vec.vectors;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonParser.NumberType;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import io.text2vec.web.Refusal;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Body of {@code POST /vectors}: {@code {"text": "...", "config": {"pooling_strategy": "...", "task_type": "...",
 * "dimensions": 8}}}. Everything but the text may be absent or null, other fields are skipped, the last of two with the
 * same name counts.
 */
record VectorsRequest(String text, Optional<String> taskType, Optional<String> pooling, OptionalInt dimensions) {
    private static final JsonFactory JSON = new JsonFactory(); // with Jackson's limits on nesting and lengths

    /**
     * Reads a body.
     *
     * @throws Refusal 400 if it is not one JSON value in UTF-8, 422 if a field has another type than the contract's
     */
    static VectorsRequest parse(byte[] body) {
        // Jackson's own decoder lets overlong forms and encoded surrogates pass, and guesses UTF-16.
        String json;
        try {
            json = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException e) {
            throw Refusal.malformed("The body is not valid UTF-8.");
        }
        try (JsonParser parser = JSON.createParser(json)) {
            Fields fields = new Fields();
            fields.read(parser);
            if (parser.nextToken() != null) {
                throw Refusal.malformed("The body holds more than one JSON value.");
            }
            return fields.request();
        } catch (StreamConstraintsException e) {
            throw Refusal.malformed("The body's JSON nests too deep, or has a name or a number that is too long.");
        } catch (JsonProcessingException e) { // without its message: that quotes the body, and the reason is logged
            JsonLocation where = e.getLocation();
            throw Refusal.malformed("The body is not valid JSON: line %d, column %d."
                    .formatted(where.getLineNr(), where.getColumnNr()));
        } catch (IOException e) {
            throw new IllegalStateException("Reading from memory failed", e);
        }
    }

    /** The fields as they come. */
    private static final class Fields {
        private String text;
        private Optional<String> taskType = Optional.empty();
        private Optional<String> pooling = Optional.empty();
        private OptionalInt dimensions = OptionalInt.empty();

        void read(JsonParser in) throws IOException {
            JsonToken first = in.nextToken();
            if (first == null) {
                throw Refusal.malformed("The body is empty: send {\"text\": \"...\"}.");
            }
            if (first != JsonToken.START_OBJECT) {
                throw Refusal.unprocessable("The body must be a JSON object like {\"text\": \"...\"}.");
            }
            while (in.nextToken() == JsonToken.FIELD_NAME) {
                String name = in.currentName();
                in.nextToken();
                switch (name) {
                    case "text" ->
                        text = string(in, "text")
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
                    case "task_type" -> taskType = string(in, "config.task_type");
                    case "pooling_strategy" -> pooling = string(in, "config.pooling_strategy");
                    case "dimensions" -> dimensions = integer(in, "config.dimensions");
                    default -> in.skipChildren();
                }
            }
        }

        private static Optional<String> string(JsonParser in, String name) throws IOException {
            return switch (in.currentToken()) {
                case VALUE_STRING -> Optional.of(in.getText());
                case VALUE_NULL -> Optional.empty();
                default -> throw Refusal.unprocessable(name + " must be a string.");
            };
        }

        private static OptionalInt integer(JsonParser in, String name) throws IOException {
            if (in.currentToken() == JsonToken.VALUE_NULL) {
                return OptionalInt.empty();
            }
            if (in.currentToken() != JsonToken.VALUE_NUMBER_INT || in.getNumberType() != NumberType.INT) {
                throw Refusal.unprocessable(name + " must be an integer of 32 bits, written without a point.");
            }
            return OptionalInt.of(in.getIntValue());
        }

        VectorsRequest request() {
            if (text == null) {
                throw Refusal.unprocessable("text is missing: send {\"text\": \"...\"}.");
            }
            return new VectorsRequest(text, taskType, pooling, dimensions);
        }
    }
}
