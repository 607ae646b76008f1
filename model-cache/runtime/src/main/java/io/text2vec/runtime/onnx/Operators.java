package io.text2vec.runtime.onnx;

import io.text2vec.runtime.protobuf.Fields;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

/** The operators of an ONNX graph, read without loading it: ONNX Runtime offers no way to ask a session for them. */
/*
 * Read from the file's protobuf fields (onnx.proto):
 *
 *   ModelProto 7 graph    GraphProto
 *   GraphProto 1 node     NodeProto, repeated
 *   NodeProto  4 op_type  string
 */
public final class Operators {
    private static final int GRAPH = 7;
    private static final int NODE = 1;
    private static final int OP_TYPE = 4;

    private Operators() {}

    /**
     * @param graph a file of less than 2 GiB
     * @return the distinct operators' names of the main graph
     * @throws IOException if the file can't be read or is no ONNX file
     */
    public static Set<String> of(Path graph) throws IOException {
        // Through an arena: it unmaps at once, and a mapped buffer's own way costs a cold start 10 ms of reflection.
        try (FileChannel channel = FileChannel.open(graph);
                Arena arena = Arena.ofConfined()) {
            return ofModel(
                    channel.map(MapMode.READ_ONLY, 0, channel.size(), arena).asByteBuffer());
        } catch (IllegalArgumentException | BufferUnderflowException e) {
            throw new IOException(graph + " is not an ONNX file", e);
        }
    }

    private static Set<String> ofModel(ByteBuffer model) {
        Set<String> operators = new TreeSet<>();
        for (Fields fields = new Fields(model); fields.next(); ) {
            if (fields.number() == GRAPH) {
                addOfGraph(fields.bytes(), operators);
            }
        }
        return operators;
    }

    private static void addOfGraph(ByteBuffer graph, Set<String> operators) {
        for (Fields fields = new Fields(graph); fields.next(); ) {
            if (fields.number() == NODE) {
                addOfNode(fields.bytes(), operators);
            }
        }
    }

    private static void addOfNode(ByteBuffer node, Set<String> operators) {
        for (Fields fields = new Fields(node); fields.next(); ) {
            if (fields.number() == OP_TYPE) {
                operators.add(StandardCharsets.UTF_8.decode(fields.bytes()).toString());
            }
        }
    }
}
