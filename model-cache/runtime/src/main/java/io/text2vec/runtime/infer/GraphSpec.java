package io.text2vec.runtime.infer;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a graph takes and gives, read once when it is loaded.
 *
 * @param mask whether it takes {@code attention_mask}
 * @param types whether it takes {@code token_type_ids}
 * @param positions whether it takes {@code position_ids}
 * @param wide whether its inputs are 64-bit integers; else 32-bit
 * @param output name of the output that is read
 * @param pooled whether that output is one vector a sequence, else one a token
 * @param width floats of such a vector
 */
record GraphSpec(
        boolean mask, boolean types, boolean positions, boolean wide, String output, boolean pooled, int width) {
    static final String IDS = "input_ids";
    static final String MASK = "attention_mask";
    static final String TYPES = "token_type_ids";
    static final String POSITIONS = "position_ids";

    /** Outputs of one vector a sequence that are the model's own and no pooling of token vectors. */
    private static final String POOLER_OUTPUT = "pooler_output";

    private static final Set<String> KNOWN = Set.of(IDS, MASK, TYPES, POSITIONS);
    private static final List<String> TOKEN_OUTPUTS = List.of("last_hidden_state", "token_embeddings");

    /**
     * @param poolerOutput whether the model's own pooler output is wanted (DPR) instead of token vectors
     * @param hiddenSize width to assume where the graph doesn't declare it
     * @throws IllegalArgumentException if the graph takes or gives something else, listing what it has
     */
    static GraphSpec of(OrtSession session, boolean poolerOutput, int hiddenSize) throws OrtException {
        Map<String, NodeInfo> inputs = session.getInputInfo();
        Map<String, NodeInfo> outputs = session.getOutputInfo();
        if (!inputs.containsKey(IDS) || !KNOWN.containsAll(inputs.keySet())) {
            throw new IllegalArgumentException(
                    "The graph takes " + inputs.keySet() + "; expected " + IDS + " and of the others at most " + KNOWN);
        }
        String output = output(outputs, poolerOutput);
        TensorInfo shape = tensor(outputs.get(output));
        int rank = shape.getShape().length;
        boolean pooled = rank == 2;
        if (pooled != poolerOutput || rank < 2 || rank > 3) {
            throw new IllegalArgumentException("The graph's output " + output + " has " + rank
                    + " dimensions; expected " + (poolerOutput ? "2, one vector a text" : "3, one vector a token"));
        }
        int declared = (int) shape.getShape()[rank - 1];
        return new GraphSpec(
                inputs.containsKey(MASK),
                inputs.containsKey(TYPES),
                inputs.containsKey(POSITIONS),
                tensor(inputs.get(IDS)).type == OnnxJavaType.INT64,
                output,
                pooled,
                declared > 0 ? declared : hiddenSize);
    }

    private static String output(Map<String, NodeInfo> outputs, boolean poolerOutput) {
        if (poolerOutput) {
            if (!outputs.containsKey(POOLER_OUTPUT)) {
                throw new IllegalArgumentException(
                        "The graph gives " + outputs.keySet() + "; this model needs " + POOLER_OUTPUT);
            }
            return POOLER_OUTPUT;
        }
        return TOKEN_OUTPUTS.stream()
                .filter(outputs::containsKey)
                .findFirst()
                .orElse(outputs.keySet().iterator().next());
    }

    private static TensorInfo tensor(NodeInfo node) {
        if (node.getInfo() instanceof TensorInfo tensor) {
            return tensor;
        }
        throw new IllegalArgumentException("The graph's " + node.getName() + " is no tensor but " + node.getInfo());
    }
}
