package io.text2vec.runtime.onnx;

import io.text2vec.runtime.protobuf.Fields;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;

/** The other files that an ONNX graph keeps weights in, as it names them: relative to its own folder. */
/*
 * Read from the file's protobuf fields (onnx.proto):
 *
 *   ModelProto      7 graph          GraphProto
 *   GraphProto      1 node           NodeProto, repeated
 *                   5 initializer    TensorProto, repeated
 *   NodeProto       5 attribute      AttributeProto, repeated
 *   AttributeProto  5 t, 10 tensors  TensorProto
 *                   6 g, 11 graphs   GraphProto
 *   TensorProto    13 external_data  key and value (1 and 2), repeated; the key "location" is the file
 */
public final class ExternalFiles {
    private final Set<String> names = new LinkedHashSet<>();

    private ExternalFiles() {}

    /**
     * Walks over the fields of the file, without touching the weights.
     *
     * @param graph a file of less than 2 GiB
     * @return empty if all weights are in the graph's own file
     * @throws IOException if it can't be read or is no ONNX graph
     */
    public static Set<String> of(Path graph) throws IOException {
        ExternalFiles found = new ExternalFiles();
        try (FileChannel channel = FileChannel.open(graph)) {
            Fields model = new Fields(channel.map(MapMode.READ_ONLY, 0, channel.size()));
            while (model.next()) {
                if (model.number() == 7) {
                    found.graph(model.bytes());
                }
            }
        } catch (IllegalArgumentException | BufferUnderflowException unreadable) {
            throw new IOException(graph + " is no ONNX graph", unreadable);
        }
        return found.names;
    }

    private void graph(ByteBuffer bytes) {
        Fields graph = new Fields(bytes);
        while (graph.next()) {
            switch (graph.number()) {
                case 1 -> node(graph.bytes());
                case 5 -> tensor(graph.bytes());
                default -> {}
            }
        }
    }

    private void node(ByteBuffer bytes) {
        Fields node = new Fields(bytes);
        while (node.next()) {
            if (node.number() == 5) {
                attribute(node.bytes());
            }
        }
    }

    private void attribute(ByteBuffer bytes) {
        Fields attribute = new Fields(bytes);
        while (attribute.next()) {
            switch (attribute.number()) {
                case 5, 10 -> tensor(attribute.bytes());
                case 6, 11 -> graph(attribute.bytes());
                default -> {}
            }
        }
    }

    private void tensor(ByteBuffer bytes) {
        Fields tensor = new Fields(bytes);
        while (tensor.next()) {
            if (tensor.number() == 13) {
                entry(tensor.bytes());
            }
        }
    }

    private void entry(ByteBuffer bytes) {
        String key = "";
        String value = "";
        Fields entry = new Fields(bytes);
        while (entry.next()) {
            switch (entry.number()) {
                case 1 -> key = text(entry.bytes());
                case 2 -> value = text(entry.bytes());
                default -> {}
            }
        }
        if (key.equals("location")) {
            names.add(value);
        }
    }

    private static String text(ByteBuffer bytes) {
        return StandardCharsets.UTF_8.decode(bytes).toString();
    }
}
