package io.text2vec.convert.family;

import static io.text2vec.convert.graph.Node.NONE;

import io.text2vec.convert.family.Linear.Projections;
import io.text2vec.convert.graph.GraphWriter;
import io.text2vec.convert.graph.Node;
import java.util.List;
import java.util.Optional;

/**
 * Multi-head attention over the tokens that the mask keeps.
 */
/*
 * Two forms of the operator stand in each layer, and the run takes one: without a mask ONNX Runtime never writes the matrix
 * of all scores to memory, which at 500 tokens makes the whole graph 7 % faster; with one, or with a bias of the scores, it
 * has to. The condition is the same for all layers and costs nothing that can be measured.
 */
final class Attention {
    /** Added to the score of a token that the mask leaves out. */
    private static final float LEFT_OUT = -1e30f;

    private final GraphWriter graph;
    private final int heads;
    private final float scale;
    private final Optional<String> scoreBias;
    private final String mask;
    private final String padded;

    /**
     * @param mask name of the graph's input that is 1 for a token and 0 for padding
     * @param scale what scores are multiplied by; 0 for one by the square root of a head's width
     * @param scoreBias what is added to them, {@code [1][heads][sequence][sequence]}
     */
    Attention(GraphWriter graph, int heads, float scale, Optional<String> scoreBias, String mask) {
        this.graph = graph;
        this.heads = heads;
        this.scale = scale;
        this.scoreBias = scoreBias;
        this.mask = graph.add(Node.toInt32(mask));
        String least = graph.add(Node.of("ReduceMin", mask).with("keepdims", 0));
        padded = graph.add(Node.of("Equal", least, graph.integer(0)));
    }

    String over(Projections projections) {
        if (scoreBias.isPresent()) {
            return graph.add(operator(projections, mask));
        }
        return graph.choose(padded, operator(projections, mask), operator(projections, NONE));
    }

    private Node operator(Projections projections, String keyMask) {
        List<String> values = projections.values();
        Node node = Node.ofRuntime(
                        "MultiHeadAttention",
                        values.get(0),
                        values.get(1),
                        values.get(2),
                        projections.bias(),
                        keyMask,
                        scoreBias.orElse(NONE))
                .with("num_heads", heads)
                .with("mask_filter_value", LEFT_OUT);
        return scale == 0 ? node : node.with("scale", scale);
    }
}
