package io.text2vec.vectorizers;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.text2vec.embedder.EmbedRequest;
import io.text2vec.web.Json;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/**
 * What every {@code text2vec-transformers} container speaks, one text at a time: {@code POST /vectors} with
 * {@code {"text": "...", "config": {"pooling_strategy": "...", "task_type": "...", "dimensions": 8}}}, answered by
 * {@code {"vector": [...]}}.
 */
final class ReferenceDialect implements Dialect {
    /** Characters of a number: seventeen digits, sign, point, exponent, comma and blank. */
    private static final int NUMBER = 28;

    private static final int OTHER_FIELDS = 64 << 10;

    /** Bytes of a character of the text, which the answer repeats, at most: an escaped one. */
    private static final int CHARACTER = 6;

    @Override
    public int together() {
        return 1;
    }

    @Override
    public Request request(List<EmbedRequest> texts) {
        EmbedRequest asked = texts.getFirst();
        StringBuilder out = new StringBuilder("{\"text\":");
        Json.quote(out, asked.text()).append(",\"config\":{");
        String comma = "";
        if (asked.pooling().isPresent()) {
            Json.quote(out.append("\"pooling_strategy\":"), asked.pooling().get());
            comma = ",";
        }
        if (asked.taskType().isPresent()) {
            Json.quote(
                    out.append(comma).append("\"task_type\":"), asked.taskType().get());
            comma = ",";
        }
        if (asked.dimensions().isPresent()) {
            out.append(comma)
                    .append("\"dimensions\":")
                    .append(asked.dimensions().getAsInt());
        }
        long most = (long) Answers.LONGEST * NUMBER
                + OTHER_FIELDS
                + (long) CHARACTER * asked.text().length();
        return new Request(
                "/vectors", out.append("}}").toString().getBytes(UTF_8), (int) Math.min(most, Integer.MAX_VALUE));
    }

    @Override
    public List<float[]> read(byte[] answer, int texts) throws Unreadable {
        return List.of(Answers.read(answer, ReferenceDialect::vector));
    }

    private static float[] vector(JsonParser in) throws IOException {
        float[] vector = null;
        while (in.nextToken() == JsonToken.FIELD_NAME) {
            String name = in.currentName();
            in.nextToken();
            if (name.equals("vector")) {
                vector = numbers(in);
            } else {
                in.skipChildren();
            }
        }
        return vector;
    }

    private static float[] numbers(JsonParser in) throws IOException {
        if (in.currentToken() != JsonToken.START_ARRAY) {
            return null;
        }
        float[] numbers = new float[Answers.LONGEST + 1]; // one too many, to be told by its length
        int count = 0;
        while (in.nextToken() != JsonToken.END_ARRAY) {
            if (!in.currentToken().isNumeric()) {
                return null;
            }
            numbers[Math.min(count++, Answers.LONGEST)] = in.getFloatValue();
        }
        return Arrays.copyOf(numbers, Math.min(count, Answers.LONGEST + 1));
    }
}
