package io.text2vec.vectors;

import io.text2vec.web.Json;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;

/**
 * Answer of {@code POST /vectors}: {@code {"text": "...", "vector": [...], "dim": 384, "dims": 384}}. Weaviate reads
 * {@code dim}, its client modules {@code dims}.
 */
final class VectorsAnswer {
    /** Characters of a typical value of a normalised vector, with its comma. */
    private static final int CHARS_PER_VALUE = 14;

    private VectorsAnswer() {}

    static Buffer write(String text, float[] vector) {
        // Apart, because one character beyond Latin-1 in the text would make the builder of the numbers twice as wide.
        StringBuilder head = new StringBuilder(text.length() + 16).append("{\"text\":");
        Json.quote(head, text);
        // A builder writes a float's shortest form into its own bytes; Jackson makes a String of each.
        StringBuilder rest = new StringBuilder(vector.length * CHARS_PER_VALUE + 48).append(",\"vector\":[");
        for (int i = 0; i < vector.length; i++) {
            if (i > 0) {
                rest.append(',');
            }
            rest.append(vector[i]);
        }
        rest.append("],\"dim\":").append(vector.length);
        rest.append(",\"dims\":").append(vector.length).append('}');
        return Buffer.buffer(head.toString().getBytes(StandardCharsets.UTF_8))
                .appendBytes(rest.toString().getBytes(StandardCharsets.ISO_8859_1));
    }
}
