package io.text2vec.runtime.weights;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.text2vec.runtime.source.ModelException;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A safetensors file, mapped. Layout: 8 bytes little-endian length of the header, the header as JSON ({@code
 * {name: {dtype, shape, data_offsets: [from, to]}}}), the tensors; offsets count from the header's end. To be used and
 * closed by one thread.
 */
public final class Safetensors implements Tensors {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What the header says of the file and not of a tensor. */
    private static final String METADATA = "__metadata__";

    private final Path file;
    private final Arena arena;
    private final JsonNode header;
    private final MemorySegment data;

    private Safetensors(Path file, Arena arena, JsonNode header, MemorySegment data) {
        this.file = file;
        this.arena = arena;
        this.header = header;
        this.data = data;
    }

    /**
     * Maps a file.
     *
     * @throws ModelException if it is no safetensors file
     */
    public static Safetensors open(Path file) {
        Arena arena = Arena.ofConfined();
        try (FileChannel channel = FileChannel.open(file)) {
            MemorySegment mapped = channel.map(MapMode.READ_ONLY, 0, channel.size(), arena);
            // By buffers and not by layouts, as in ElementType.
            int length = Math.toIntExact(mapped.asSlice(0, Long.BYTES)
                    .asByteBuffer()
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .getLong());
            ByteBuffer text = mapped.asSlice(Long.BYTES, length).asByteBuffer();
            byte[] json = new byte[length];
            text.get(json);
            return new Safetensors(file, arena, JSON.readTree(json), mapped.asSlice(Long.BYTES + (long) length));
        } catch (IOException | RuntimeException e) {
            arena.close();
            throw new ModelException(file + " is no safetensors file: " + e.getMessage(), e);
        }
    }

    @Override
    public Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        header.fieldNames().forEachRemaining(names::add);
        names.remove(METADATA);
        return names;
    }

    @Override
    public Tensor tensor(String name) {
        JsonNode tensor = header.path(name);
        if (tensor.isMissingNode()) {
            throw new IllegalArgumentException(file.getFileName() + " holds no tensor " + name);
        }
        long from = tensor.path("data_offsets").path(0).asLong();
        long to = tensor.path("data_offsets").path(1).asLong();
        if (from < 0 || to < from || to > data.byteSize()) {
            throw new IllegalArgumentException(
                    file.getFileName() + " ends before its tensor " + name + "; it may be cut short: fetch it again");
        }
        List<Long> shape = new ArrayList<>();
        tensor.path("shape").forEach(dimension -> shape.add(dimension.asLong()));
        return new Tensor(name, type(tensor.path("dtype").asText(), name), shape, data.asSlice(from, to - from));
    }

    private ElementType type(String word, String name) {
        return switch (word) {
            case "F32" -> ElementType.F32;
            case "F16" -> ElementType.F16;
            case "BF16" -> ElementType.BF16;
            default ->
                throw new IllegalArgumentException(
                        file.getFileName() + " holds " + name + " as " + word + "; known are F32, F16 and BF16");
        };
    }

    @Override
    public void close() {
        arena.close();
    }
}
