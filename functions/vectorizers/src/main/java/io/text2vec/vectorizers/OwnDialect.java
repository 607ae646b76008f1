package io.text2vec.vectorizers;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.text2vec.embedder.EmbedRequest;
import io.text2vec.web.Json;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;

/**
 * What the functions of this project speak: {@code POST /v1/embeddings} with all texts and, beside what OpenAI's contract
 * has, their {@code task_type} and {@code pooling_strategy}. The vectors come as Base64 of their floats.
 */
final class OwnDialect implements Dialect {
    private static final int TOGETHER = 256;

    /** Bytes of an item of the answer beside its vector, and of all else around them. */
    private static final int AROUND = 64 << 10;

    @Override
    public int together() {
        return TOGETHER;
    }

    @Override
    public Request request(List<EmbedRequest> texts) {
        StringBuilder out = new StringBuilder("{\"input\":[");
        for (int i = 0; i < texts.size(); i++) {
            Json.quote(out.append(i == 0 ? "" : ","), texts.get(i).text());
        }
        out.append("],\"encoding_format\":\"base64\"");
        EmbedRequest like = texts.getFirst();
        like.taskType().ifPresent(task -> Json.quote(out.append(",\"task_type\":"), task));
        like.pooling().ifPresent(pooling -> Json.quote(out.append(",\"pooling_strategy\":"), pooling));
        like.dimensions().ifPresent(count -> out.append(",\"dimensions\":").append(count));
        int vector = Answers.LONGEST * Float.BYTES * 4 / 3 + 128;
        return new Request(
                "/v1/embeddings", out.append('}').toString().getBytes(UTF_8), texts.size() * vector + AROUND);
    }

    @Override
    public List<float[]> read(byte[] answer, int texts) throws Unreadable {
        float[][] vectors = Answers.read(answer, in -> vectors(in, texts));
        if (Arrays.stream(vectors).anyMatch(Objects::isNull)) {
            throw new Unreadable();
        }
        return List.of(vectors);
    }

    private static float[][] vectors(JsonParser in, int texts) throws IOException {
        float[][] vectors = new float[texts][];
        while (in.nextToken() == JsonToken.FIELD_NAME) {
            boolean data = in.currentName().equals("data");
            if (in.nextToken() == JsonToken.START_ARRAY && data) {
                while (in.nextToken() == JsonToken.START_OBJECT) {
                    item(in, vectors);
                }
            } else {
                in.skipChildren();
            }
        }
        return vectors;
    }

    private static void item(JsonParser in, float[][] vectors) throws IOException {
        int index = -1;
        float[] vector = null;
        while (in.nextToken() == JsonToken.FIELD_NAME) {
            String name = in.currentName();
            JsonToken value = in.nextToken();
            if (name.equals("index") && value == JsonToken.VALUE_NUMBER_INT) {
                index = in.getIntValue();
            } else if (name.equals("embedding") && value == JsonToken.VALUE_STRING) {
                vector = floats(in.getText());
            } else {
                in.skipChildren();
            }
        }
        if (index >= 0 && index < vectors.length) {
            vectors[index] = vector;
        }
    }

    private static float[] floats(String base64) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException notBase64) {
            return null;
        }
        float[] floats = new float[bytes.length / Float.BYTES];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(floats);
        return floats;
    }
}
