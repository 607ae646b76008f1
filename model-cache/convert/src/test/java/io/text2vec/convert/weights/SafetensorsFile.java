package io.text2vec.convert.weights;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongFunction;

/** Writes a safetensors file of floats. */
public final class SafetensorsFile {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, Numbers> tensors = new LinkedHashMap<>();

    /** A tensor's shape and its values by index. */
    private record Numbers(long[] shape, LongFunction<Float> value) {
        long count() {
            long count = 1;
            for (long dimension : shape) {
                count *= dimension;
            }
            return count;
        }
    }

    public SafetensorsFile with(String name, LongFunction<Float> value, long... shape) {
        tensors.put(name, new Numbers(shape, value));
        return this;
    }

    public Path write(Path file) throws IOException {
        ObjectNode header = JSON.createObjectNode();
        header.putObject("__metadata__").put("format", "pt");
        long offset = 0;
        for (var tensor : tensors.entrySet()) {
            ObjectNode entry = header.putObject(tensor.getKey()).put("dtype", "F32");
            var shape = entry.putArray("shape");
            for (long dimension : tensor.getValue().shape()) {
                shape.add(dimension);
            }
            long end = offset + tensor.getValue().count() * Float.BYTES;
            entry.putArray("data_offsets").add(offset).add(end);
            offset = end;
        }
        byte[] json = header.toString().getBytes(StandardCharsets.UTF_8);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
            out.write(ByteBuffer.allocate(Long.BYTES)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putLong(json.length)
                    .array());
            out.write(json);
            ByteBuffer number = ByteBuffer.allocate(Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
            for (Numbers numbers : tensors.values()) {
                for (long i = 0; i < numbers.count(); i++) {
                    out.write(number.putFloat(0, numbers.value().apply(i)).array());
                }
            }
        }
        return file;
    }
}
