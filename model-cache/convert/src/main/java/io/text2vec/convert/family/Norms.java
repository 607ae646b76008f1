package io.text2vec.convert.family;

import io.text2vec.convert.graph.GraphWriter;
import io.text2vec.convert.graph.Node;
import io.text2vec.convert.parameters.Parameters;
import java.util.List;

/** Layer norms in a graph, each together with the sum that precedes it. */
record Norms(GraphWriter graph, Parameters parameters, float epsilon) {

    /**
     * The norm of a sum (Ba et al. 2016).
     *
     * @param skip the other summand; may have one row for the whole batch
     * @param bias added too; {@link Node#NONE} for none
     */
    String ofSum(String input, String skip, String module, String bias) {
        return graph.add(Node.ofRuntime("SkipLayerNormalization", input, skip, factors(module), shifts(module), bias)
                .with("epsilon", epsilon));
    }

    /** A norm by the root of the mean square alone (Zhang and Sennrich 2019). */
    String rootMeanSquare(String input, String module) {
        return graph.add(Node.of("SimplifiedLayerNormalization", input, factors(module))
                .with("axis", -1)
                .with("epsilon", epsilon)
                .with("stash_type", 1));
    }

    /** A sum and its norm. */
    record Normed(String norm, String sum) {}

    Normed rootMeanSquareOfSum(String input, String skip, String module) {
        List<String> outputs = graph.addForFirstAndLast(
                Node.ofRuntime("SkipSimplifiedLayerNormalization", input, skip, factors(module))
                        .with("epsilon", epsilon),
                4);
        return new Normed(outputs.getFirst(), outputs.getLast());
    }

    /** Numbers of a norm's vectors. */
    int width(String module) {
        return parameters.vector(Linear.weight(module)).length;
    }

    private String factors(String module) {
        return graph.vector(parameters.vector(Linear.weight(module)));
    }

    private String shifts(String module) {
        return graph.vector(parameters.vector(module + ".bias"));
    }
}
