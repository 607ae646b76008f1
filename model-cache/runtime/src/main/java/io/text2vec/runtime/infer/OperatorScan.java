package io.text2vec.runtime.infer;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.TreeSet;

/**
 * The operators of an ONNX file, read without loading it: {@code ModelProto.graph} (field 7), in it {@code
 * GraphProto.node} (1), in that {@code NodeProto.op_type} (4), as onnx.proto numbers them. Everything else is skipped by
 * its length, so the weights of a mapped file are never touched. ONNX Runtime offers no way to ask a session for this.
 */
final class OperatorScan {
    private static final int GRAPH = 7;
    private static final int NODE = 1;
    private static final int OP_TYPE = 4;

    private static final int VARINT = 0;
    private static final int FIXED64 = 1;
    private static final int LENGTH_DELIMITED = 2;
    private static final int FIXED32 = 5;

    private final Set<String> operators = new TreeSet<>();

    private OperatorScan() {}

    /**
     * @return the distinct operator names of the main graph
     * @throws IOException if the file can't be read or is no ONNX file
     */
    static Set<String> operators(Path onnx) throws IOException {
        try (FileChannel channel = FileChannel.open(onnx, StandardOpenOption.READ)) {
            OperatorScan scan = new OperatorScan();
            ByteBuffer bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
            scan.model(bytes.order(ByteOrder.LITTLE_ENDIAN));
            return scan.operators;
        } catch (RuntimeException e) {
            throw new IOException(onnx + " is not an ONNX file: " + e.getMessage(), e);
        }
    }

    private void model(ByteBuffer model) {
        fields(model, (field, graph) -> {
            if (field == GRAPH) {
                fields(graph, (inGraph, node) -> {
                    if (inGraph == NODE) {
                        fields(node, this::node);
                    }
                });
            }
        });
    }

    private void node(int field, ByteBuffer value) {
        if (field == OP_TYPE) {
            operators.add(StandardCharsets.UTF_8.decode(value).toString());
        }
    }

    /** Told of each length-delimited field of a message. */
    private interface Field {
        void read(int number, ByteBuffer value);
    }

    private static void fields(ByteBuffer message, Field field) {
        while (message.hasRemaining()) {
            long key = varint(message);
            switch ((int) (key & 7)) {
                case VARINT -> varint(message);
                case FIXED64 -> message.position(message.position() + Long.BYTES);
                case FIXED32 -> message.position(message.position() + Integer.BYTES);
                case LENGTH_DELIMITED -> {
                    int length = Math.toIntExact(varint(message));
                    field.read((int) (key >>> 3), message.slice(message.position(), length));
                    message.position(message.position() + length);
                }
                default -> throw new IllegalArgumentException("wire type " + (key & 7));
            }
        }
    }

    private static long varint(ByteBuffer message) {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            byte b = message.get();
            value |= (long) (b & 0x7f) << shift;
            if (b >= 0) {
                return value;
            }
        }
        throw new IllegalArgumentException("a number of more than 64 bits");
    }
}
