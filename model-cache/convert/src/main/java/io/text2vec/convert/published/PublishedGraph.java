package io.text2vec.convert.published;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataLocation;
import com.google.protobuf.ByteString;
import com.google.protobuf.CodedInputStream;
import io.text2vec.runtime.source.ModelException;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** An ONNX file, mapped; so are the files that it keeps weights in. To be used and closed by one thread. */
final class PublishedGraph implements AutoCloseable {
    private final Path file;
    private final Arena arena;
    private final GraphProto graph;
    private final Map<String, MemorySegment> others = new HashMap<>();
    private long bytes;

    private PublishedGraph(Path file, Arena arena) throws IOException {
        this.file = file;
        this.arena = arena;
        CodedInputStream in = CodedInputStream.newInstance(map(file).asByteBuffer());
        in.enableAliasing(true); // weights stay in the file
        in.setSizeLimit(Integer.MAX_VALUE);
        graph = ModelProto.parseFrom(in).getGraph();
    }

    /** @throws ModelException if it is no ONNX file */
    static PublishedGraph open(Path file) {
        Arena arena = Arena.ofConfined();
        try {
            return new PublishedGraph(file, arena);
        } catch (IOException | RuntimeException e) {
            arena.close();
            throw new ModelException(file + " is no ONNX graph: " + e.getMessage(), e);
        }
    }

    GraphProto graph() {
        return graph;
    }

    /** Bytes of all files mapped so far. */
    long bytes() {
        return bytes;
    }

    /** An initialiser's numbers as its type has them, little-endian. */
    MemorySegment data(TensorProto tensor) {
        if (tensor.getDataLocation() == DataLocation.EXTERNAL) {
            return external(tensor);
        }
        if (!tensor.hasRawData()) {
            throw new ModelException(file + " keeps " + tensor.getName()
                    + " in a form that only small constants have; export the model again");
        }
        ByteString raw = tensor.getRawData();
        return MemorySegment.ofBuffer(raw.asReadOnlyByteBuffer());
    }

    private MemorySegment external(TensorProto tensor) {
        Map<String, String> entries = tensor.getExternalDataList().stream()
                .collect(Collectors.toMap(StringStringEntryProto::getKey, StringStringEntryProto::getValue));
        String name = entries.getOrDefault("location", "");
        Path other = file.resolveSibling(name);
        // A graph is data of somebody else's: it shall not make us read outside its directory.
        if (name.isEmpty() || !Path.of(name).equals(Path.of(name).getFileName()) || !Files.isRegularFile(other)) {
            throw new ModelException(file + " keeps " + tensor.getName() + " in the file '" + name
                    + "', which doesn't lie beside it; fetch the missing part of the model");
        }
        MemorySegment mapped = others.computeIfAbsent(name, _ -> {
            try {
                return map(other);
            } catch (IOException e) {
                throw new ModelException(other + " can't be read: " + e.getMessage(), e);
            }
        });
        long offset = Long.parseLong(entries.getOrDefault("offset", "0"));
        long length =
                entries.containsKey("length") ? Long.parseLong(entries.get("length")) : mapped.byteSize() - offset;
        if (offset < 0 || length < 0 || offset + length > mapped.byteSize()) {
            throw new ModelException(other + " ends before " + tensor.getName() + "; fetch it again");
        }
        return mapped.asSlice(offset, length);
    }

    private MemorySegment map(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path)) {
            bytes += channel.size();
            return channel.map(MapMode.READ_ONLY, 0, channel.size(), arena);
        }
    }

    @Override
    public String toString() {
        return file.toString();
    }

    @Override
    public void close() {
        arena.close();
    }
}
