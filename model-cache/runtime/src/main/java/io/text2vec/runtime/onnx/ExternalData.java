package io.text2vec.runtime.onnx;

import io.text2vec.runtime.protobuf.Fields;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;

/**
 * Tells whether an ONNX graph keeps weights in other files ({@code model.onnx_data}). Those can be exchanged without a change
 * to the graph's own file, which is all that an optimised copy is known by.
 */
/*
 * Read from the file's protobuf fields (onnx.proto):
 *
 *   ModelProto   7 graph          GraphProto
 *   GraphProto   5 initializer    TensorProto, repeated
 *   TensorProto 14 data_location  varint: 0 in this file, 1 external
 */
public final class ExternalData {
    private static final int GRAPH = 7;
    private static final int INITIALIZER = 5;
    private static final int DATA_LOCATION = 14;
    private static final int EXTERNAL = 1;

    private ExternalData() {}

    /**
     * Walks over the fields of the file, without touching the weights.
     *
     * @param graph a file of less than 2 GiB
     * @return also true if the file isn't protobuf at all: then ONNX Runtime shall say so
     */
    public static boolean isUsedBy(Path graph) throws IOException {
        try (FileChannel channel = FileChannel.open(graph)) {
            return inModel(channel.map(MapMode.READ_ONLY, 0, channel.size()));
        } catch (IllegalArgumentException | BufferUnderflowException unreadable) {
            return true;
        }
    }

    private static boolean inModel(ByteBuffer model) {
        Fields fields = new Fields(model);
        while (fields.next()) {
            if (fields.number() == GRAPH && inGraph(fields.bytes())) {
                return true;
            }
        }
        return false;
    }

    private static boolean inGraph(ByteBuffer graph) {
        Fields fields = new Fields(graph);
        while (fields.next()) {
            if (fields.number() == INITIALIZER && inTensor(fields.bytes())) {
                return true;
            }
        }
        return false;
    }

    private static boolean inTensor(ByteBuffer tensor) {
        Fields fields = new Fields(tensor);
        while (fields.next()) {
            if (fields.number() == DATA_LOCATION && fields.value() == EXTERNAL) {
                return true;
            }
        }
        return false;
    }
}
