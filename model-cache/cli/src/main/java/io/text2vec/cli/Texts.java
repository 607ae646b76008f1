package io.text2vec.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.text2vec.hub.HubException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Texts of a stream, a line each, in UTF-8. Read as they are needed, so a file may be larger than memory. */
final class Texts {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final BufferedReader lines;
    private final Optional<String> field;
    private long number;
    private long end;

    /**
     * One text.
     *
     * @param id as JSON: the object's own, else the line's number
     * @param end bytes of the stream up to the end of its line
     */
    record Text(String id, String text, long end) {}

    private Texts(InputStream in, Optional<String> field) {
        this.lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        this.field = field;
    }

    static Texts lines(InputStream in) {
        return new Texts(in, Optional.empty());
    }

    /** @param field of the text in each line's object */
    static Texts jsonl(InputStream in, String field) {
        return new Texts(in, Optional.of(field));
    }

    /** The next text; null at the end. Lines of white space are no texts in JSONL, and are texts else. */
    Text next() throws IOException {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            end += bytes(line) + 1;
            if (field.isEmpty()) {
                return new Text(String.valueOf(number), line, end);
            }
            if (!line.isBlank()) {
                return object(line, field.get());
            }
        }
        return null;
    }

    private Text object(String line, String name) {
        JsonNode object;
        try {
            object = JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new HubException.BadSetting("Line " + number + " is no JSON: " + e.getOriginalMessage());
        }
        JsonNode text = object.path(name);
        if (!text.isTextual()) {
            throw new HubException.BadSetting(
                    "Line " + number + " has no text in a field \"" + name + "\"; --field names another");
        }
        JsonNode id = object.path("id");
        return new Text(id.isValueNode() && !id.isNull() ? id.toString() : String.valueOf(number), text.asText(), end);
    }

    /** Length of a line in UTF-8. */
    private static long bytes(String line) {
        long bytes = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            // Either half of a surrogate pair stands for two of its four bytes.
            bytes += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
        }
        return bytes;
    }
}
