package io.text2vec.convert.family;

import static io.text2vec.convert.graph.Node.NONE;

import io.text2vec.convert.graph.GraphWriter;
import io.text2vec.convert.graph.Node;
import io.text2vec.runtime.source.ModelException;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** What stands between the two layers of a feed-forward. */
enum Activation {
    /** With the error function (Hendrycks and Gimpel 2016). */
    GELU("gelu") {
        @Override
        String of(GraphWriter graph, String input, String bias) {
            return graph.add(
                    bias.equals(NONE) ? Node.ofRuntime("Gelu", input) : Node.ofRuntime("BiasGelu", input, bias));
        }
    },
    /** Its approximation by the hyperbolic tangent, which some models were trained with. */
    GELU_TANH("gelu_new", "gelu_pytorch_tanh", "gelu_fast") {
        @Override
        String of(GraphWriter graph, String input, String bias) {
            return graph.add(Node.ofRuntime("FastGelu", input, bias));
        }
    },
    RELU("relu") {
        @Override
        String of(GraphWriter graph, String input, String bias) {
            return graph.add(Node.of("Relu", sum(graph, input, bias)));
        }
    },
    /** The input times its logistic function. */
    SILU("silu", "swish") {
        @Override
        String of(GraphWriter graph, String input, String bias) {
            String sum = sum(graph, input, bias);
            return graph.add(Node.of("Mul", sum, graph.add(Node.of("Sigmoid", sum))));
        }
    };

    private final Set<String> words;

    Activation(String... words) {
        this.words = Set.of(words);
    }

    /**
     * @param word as configurations call it
     * @throws ModelException if it is none of these
     */
    static Activation of(String word) {
        return Arrays.stream(values())
                .filter(activation -> activation.words.contains(word))
                .findFirst()
                .orElseThrow(() -> new ModelException("config.json names the activation '" + word + "'; known are "
                        + Arrays.stream(values())
                                .flatMap(activation -> activation.words.stream())
                                .sorted()
                                .collect(Collectors.joining(", "))));
    }

    /** @param bias added first; {@link Node#NONE} for none */
    abstract String of(GraphWriter graph, String input, String bias);

    private static String sum(GraphWriter graph, String input, String bias) {
        return bias.equals(NONE) ? input : graph.add(Node.of("Add", input, bias));
    }
}
