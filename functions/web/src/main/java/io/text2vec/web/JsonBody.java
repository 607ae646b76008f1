package io.text2vec.web;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonParser.NumberType;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads JSON bodies token by token, and refuses what isn't JSON. */
public final class JsonBody {
    private static final JsonFactory JSON = new JsonFactory(); // with Jackson's limits on nesting and lengths

    private JsonBody() {}

    /** Makes something of a JSON value: called on its first token, returns on its last. */
    @FunctionalInterface
    public interface Reading<T> {
        T read(JsonParser in) throws IOException;
    }

    /**
     * Reads a body.
     *
     * @param example what a body looks like, for the sender of an empty one
     * @throws Refusal 400 if the body is not one JSON value in UTF-8, and whatever the reading throws
     */
    public static <T> T parse(byte[] body, String example, Reading<T> reading) {
        try (JsonParser in = JSON.createParser(utf8(body))) {
            if (in.nextToken() == null) {
                throw Refusal.malformed("The body is empty: send " + example + ".");
            }
            T read = reading.read(in);
            if (in.nextToken() != null) {
                throw Refusal.malformed("The body holds more than one JSON value.");
            }
            return read;
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

    /**
     * The string at hand, or nothing if it is null.
     *
     * @throws Refusal 422 if it is something else
     */
    public static Optional<String> string(JsonParser in, String name) throws IOException {
        return switch (in.currentToken()) {
            case VALUE_STRING -> Optional.of(in.getText());
            case VALUE_NULL -> Optional.empty();
            default -> throw Refusal.unprocessable(name + " must be a string.");
        };
    }

    /**
     * The integer at hand, or nothing if it is null.
     *
     * @throws Refusal 422 if it is something else
     */
    public static OptionalInt integer(JsonParser in, String name) throws IOException {
        if (in.currentToken() == JsonToken.VALUE_NULL) {
            return OptionalInt.empty();
        }
        if (in.currentToken() != JsonToken.VALUE_NUMBER_INT || in.getNumberType() != NumberType.INT) {
            throw Refusal.unprocessable(name + " must be an integer of 32 bits, written without a point.");
        }
        return OptionalInt.of(in.getIntValue());
    }

    // Jackson's own decoder lets overlong forms and encoded surrogates pass, and guesses UTF-16.
    private static String utf8(byte[] body) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException e) {
            throw Refusal.malformed("The body is not valid UTF-8.");
        }
    }
}
