package io.text2vec.convert.family;

import io.text2vec.convert.family.Norms.Normed;
import io.text2vec.convert.graph.GraphWriter;
import io.text2vec.convert.graph.Node;
import io.text2vec.convert.parameters.Parameters;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;

/**
 * The encoder of T5 (Raffel et al. 2020): no positions but a bias of the scores by distance, no scaling of them, norms before
 * each part instead of after it, no biases; a feed-forward with or without a gate.
 */
record T5Encoder(
        Config config,
        int layers,
        int heads,
        float epsilon,
        Activation activation,
        boolean gated,
        int buckets,
        int farthest)
        implements Family {
    private static final String GATED = "gated-";
    private static final String BLOCK = "encoder.block.";
    private static final String WORDS = "shared";
    private static final String OWN_WORDS = "encoder.embed_tokens";

    static T5Encoder of(Config config) {
        String forward = config.text("feed_forward_proj", "relu");
        boolean gated = forward.startsWith(GATED);
        String act = gated ? forward.substring(GATED.length()) : forward;
        // "gated-gelu" has always meant the approximation, whatever it is called elsewhere.
        return new T5Encoder(
                config,
                config.count("num_layers"),
                config.count("num_heads"),
                config.fraction("layer_norm_epsilon", 1e-6),
                forward.equals("gated-gelu") ? Activation.GELU_TANH : Activation.of(act),
                gated,
                config.number("relative_attention_num_buckets", 32),
                config.number("relative_attention_max_distance", 128));
    }

    @Override
    public String name() {
        return config.type() + " encoder";
    }

    @Override
    public String anchor() {
        return BLOCK + "0.layer.0.SelfAttention.q.weight";
    }

    @Override
    public void write(GraphWriter graph, Parameters parameters, IntConsumer layer) {
        Linear linear = new Linear(graph, parameters);
        Norms norms = new Norms(graph, parameters, epsilon);
        String ids = graph.input("input_ids");
        String mask = graph.input("attention_mask");
        String words = parameters.has(Linear.weight(WORDS)) ? WORDS : OWN_WORDS;
        String sum = linear.lookup(words, ids);
        String norm = norms.rootMeanSquare(sum, BLOCK + "0.layer.0.layer_norm");
        Attention attention = new Attention(graph, heads, 1, Optional.of(scoreBias(graph, parameters, ids)), mask);
        for (int i = 0; i < layers; i++) {
            String self = BLOCK + i + ".layer.0.SelfAttention.";
            String attended = attention.over(linear.projections(norm, List.of(self + "q", self + "k", self + "v")));
            Normed between = norms.rootMeanSquareOfSum(
                    linear.product(attended, self + "o"), sum, BLOCK + i + ".layer.1.layer_norm");
            String inner = inner(graph, linear, between.norm(), BLOCK + i + ".layer.1.DenseReluDense.");
            Normed after = norms.rootMeanSquareOfSum(
                    linear.product(inner, BLOCK + i + ".layer.1.DenseReluDense.wo"), between.sum(), nextNorm(i));
            norm = after.norm();
            sum = after.sum();
            layer.accept(i + 1);
        }
        graph.outputTokens(norm, "last_hidden_state", norms.width("encoder.final_layer_norm"));
    }

    private String inner(GraphWriter graph, Linear linear, String input, String module) {
        if (!gated) {
            return activation.of(graph, linear.product(input, module + "wi"), Node.NONE);
        }
        String gate = activation.of(graph, linear.product(input, module + "wi_0"), Node.NONE);
        return graph.add(Node.of("Mul", gate, linear.product(input, module + "wi_1")));
    }

    private String nextNorm(int block) {
        return block + 1 < layers ? BLOCK + (block + 1) + ".layer.0.layer_norm" : "encoder.final_layer_norm";
    }

    private String scoreBias(GraphWriter graph, Parameters parameters, String ids) {
        String length = graph.add(Node.of("Gather", graph.add(Node.of("Shape", ids)), graph.integer(1)));
        float[] learned = parameters.vector(BLOCK + "0.layer.0.SelfAttention.relative_attention_bias.weight");
        return new RelativeBias(learned, buckets, heads, farthest).in(graph, length);
    }
}
