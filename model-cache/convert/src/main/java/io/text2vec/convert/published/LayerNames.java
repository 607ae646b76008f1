package io.text2vec.convert.published;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which linear layer a product's weight belongs to. An export transposes such weights and so loses their names
 * ({@code onnx::MatMul_787}); the bias that is added next has kept its own, and a node is called by its path through the
 * model ({@code /encoder/layer.0/attention/self/query/MatMul}).
 */
final class LayerNames {
    private static final String BIAS = ".bias";
    private static final Set<String> PRODUCTS = Set.of("MatMul", "MatMulInteger");
    private static final Set<String> BETWEEN = Set.of("Cast", "Mul");

    private final Map<String, List<NodeProto>> consumers = new HashMap<>();
    private final Set<String> constants;

    LayerNames(GraphProto graph, Set<String> constants) {
        this.constants = constants;
        for (NodeProto node : graph.getNodeList()) {
            for (String input : node.getInputList()) {
                consumers.computeIfAbsent(input, _ -> new ArrayList<>()).add(node);
            }
        }
    }

    /** The layer's name, if the node is a product with a constant. */
    Optional<String> of(NodeProto node) {
        if (!PRODUCTS.contains(node.getOpType()) || !constants.contains(node.getInput(1))) {
            return Optional.empty();
        }
        return addedBias(node).or(() -> path(node));
    }

    /** Follows the product, through what makes floats of integers, to the sum with a bias. */
    private Optional<String> addedBias(NodeProto node) {
        for (NodeProto next : consumers.getOrDefault(node.getOutput(0), List.of())) {
            if (next.getOpType().equals("Add")) {
                Optional<String> bias = next.getInputList().stream()
                        .filter(input -> constants.contains(input) && input.endsWith(BIAS))
                        .findFirst();
                if (bias.isPresent()) {
                    return bias.map(name -> name.substring(0, name.length() - BIAS.length()));
                }
            }
            if (BETWEEN.contains(next.getOpType())) {
                Optional<String> further = addedBias(next);
                if (further.isPresent()) {
                    return further;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> path(NodeProto node) {
        String name = node.getName();
        int end = name.lastIndexOf("/MatMul");
        return name.startsWith("/") && end > 0
                ? Optional.of(name.substring(1, end).replace('/', '.'))
                : Optional.empty();
    }
}
