package io.text2vec.vectorizers;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.text2vec.collections.vectorize.VectorLengths;
import io.text2vec.web.JsonBody.Reading;
import java.io.IOException;

/** Reads what vectorizers answer. */
final class Answers {
    /** Numbers of a vector, at most. */
    static final int LONGEST = VectorLengths.LONGEST;

    private static final JsonFactory JSON = new JsonFactory(); // with Jackson's limits on nesting and lengths

    private Answers() {}

    /**
     * Reads a JSON object.
     *
     * @param reading called on its beginning; null where it makes no sense
     * @throws Dialect.Unreadable if it isn't one, or makes no sense
     */
    static <T> T read(byte[] answer, Reading<T> reading) throws Dialect.Unreadable {
        try (JsonParser in = JSON.createParser(answer)) {
            T read = in.nextToken() == JsonToken.START_OBJECT ? reading.read(in) : null;
            if (read != null) {
                return read;
            }
        } catch (IOException broken) { // without its message: that quotes the answer
            throw new Dialect.Unreadable();
        }
        throw new Dialect.Unreadable();
    }
}
