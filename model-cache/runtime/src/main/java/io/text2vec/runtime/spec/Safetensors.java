package io.text2vec.runtime.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.text2vec.runtime.source.ModelException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A small safetensors file, read whole. Layout: 8 bytes little-endian length of the header, the header as JSON ({@code
 * {name: {dtype, shape, data_offsets: [from, to]}}}), the tensors; offsets count from the header's end.
 */
final class Safetensors {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;
    private final JsonNode header;
    private final ByteBuffer data;

    private Safetensors(Path file, JsonNode header, ByteBuffer data) {
        this.file = file;
        this.header = header;
        this.data = data;
    }

    static Safetensors read(Path file) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
            int length = Math.toIntExact(bytes.getLong());
            JsonNode header = JSON.readTree(bytes.array(), bytes.position(), length);
            ByteBuffer data = bytes.position(bytes.position() + length).slice().order(ByteOrder.LITTLE_ENDIAN);
            return new Safetensors(file, header, data);
        } catch (IOException | RuntimeException e) {
            throw new ModelException(file + " is no safetensors file: " + e.getMessage(), e);
        }
    }

    /**
     * A tensor's values in row-major order.
     *
     * @throws IllegalArgumentException if it isn't there or holds something else than F32, F16 or BF16
     */
    float[] floats(String name) {
        JsonNode tensor = header.path(name);
        if (tensor.isMissingNode()) {
            throw new IllegalArgumentException(file.getFileName() + " holds no tensor " + name);
        }
        int from = tensor.path("data_offsets").path(0).asInt();
        int to = tensor.path("data_offsets").path(1).asInt();
        ByteBuffer values = data.slice(from, to - from).order(ByteOrder.LITTLE_ENDIAN);
        return switch (tensor.path("dtype").asText()) {
            case "F32" -> {
                float[] floats = new float[values.remaining() / Float.BYTES];
                values.asFloatBuffer().get(floats);
                yield floats;
            }
            case "F16" -> halves(values, Float::float16ToFloat);
            case "BF16" -> halves(values, bits -> Float.intBitsToFloat(bits << Short.SIZE));
            default ->
                throw new IllegalArgumentException(file.getFileName() + " holds " + name + " as "
                        + tensor.path("dtype").asText() + "; known are F32, F16 and BF16");
        };
    }

    private interface Half {
        float widened(short bits);
    }

    private static float[] halves(ByteBuffer values, Half half) {
        float[] floats = new float[values.remaining() / Short.BYTES];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = half.widened(values.getShort());
        }
        return floats;
    }
}
