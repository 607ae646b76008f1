package io.text2vec.convert.family;

import io.text2vec.convert.graph.GraphWriter;
import io.text2vec.convert.graph.Node;
import io.text2vec.convert.parameters.Parameters;
import io.text2vec.runtime.source.ModelException;
import java.util.Optional;
import java.util.function.IntConsumer;

/**
 * BERT (Devlin et al. 2019) and those that share its layer: attention, norm, feed-forward, norm.
 *
 * @param positions where a token's position comes from
 * @param relative whether scores get a bias by distance (MPNet)
 * @param projection whether the output is the first token's vector, projected if there is such a layer (DPR)
 */
record PostNormEncoder(
        Config config,
        EncoderNames names,
        int layers,
        int heads,
        float epsilon,
        Activation activation,
        Positions positions,
        boolean relative,
        boolean projection)
        implements Family {

    /** Distances beyond are all the same to MPNet. */
    private static final int FARTHEST = 128;

    private static final int BUCKETS = 32;
    private static final double EPSILON = 1e-12;
    private static final String PROJECTION = "encode_proj";

    /** How tokens are numbered. */
    enum Positions {
        /** From 0 on. */
        PLAIN,
        /** From the padding token's id on, and a padding token isn't counted. */
        AFTER_PADDING
    }

    static PostNormEncoder of(Config config) {
        if (!config.text("position_embedding_type", "absolute").equals("absolute")) {
            throw new ModelException("config.json says position_embedding_type '"
                    + config.text("position_embedding_type", "") + "'; known is 'absolute' only");
        }
        boolean distilbert = config.type().equals("distilbert");
        boolean mpnet = config.type().equals("mpnet");
        boolean dpr = config.type().equals("dpr");
        EncoderNames names = distilbert
                ? EncoderNames.DISTILBERT
                : mpnet ? EncoderNames.MPNET : dpr ? EncoderNames.BERT.under("bert_model.") : EncoderNames.BERT;
        return new PostNormEncoder(
                config,
                names,
                config.count(distilbert ? "n_layers" : "num_hidden_layers"),
                config.count(distilbert ? "n_heads" : "num_attention_heads"),
                config.fraction("layer_norm_eps", EPSILON),
                Activation.of(config.text(distilbert ? "activation" : "hidden_act", "gelu")),
                distilbert || dpr || config.type().equals("bert") ? Positions.PLAIN : Positions.AFTER_PADDING,
                mpnet,
                dpr);
    }

    @Override
    public String name() {
        return config.type();
    }

    @Override
    public String anchor() {
        return Linear.weight(names.embedding("word_embeddings"));
    }

    @Override
    public void write(GraphWriter graph, Parameters parameters, IntConsumer layer) {
        Linear linear = new Linear(graph, parameters);
        Norms norms = new Norms(graph, parameters, epsilon);
        String ids = graph.input("input_ids");
        String mask = graph.input("attention_mask");
        String state = embedded(graph, parameters, linear, norms, ids);
        Attention attention = new Attention(graph, heads, 0, scoreBias(graph, parameters, ids), mask);
        for (int i = 0; i < layers; i++) {
            String attended = attention.over(linear.projections(state, names.projections(i)));
            String output = names.in(i, names.output());
            state = norms.ofSum(
                    linear.product(attended, output), state, names.in(i, names.attentionNorm()), linear.bias(output));
            String up = names.in(i, names.up());
            String down = names.in(i, names.down());
            String inner = activation.of(graph, linear.product(state, up), linear.bias(up));
            state = norms.ofSum(linear.product(inner, down), state, names.in(i, names.norm()), linear.bias(down));
            layer.accept(i + 1);
        }
        int width = norms.width(names.embedding("LayerNorm"));
        if (projection) {
            writePooler(graph, parameters, linear, state, width);
        } else {
            graph.outputTokens(state, "last_hidden_state", width);
        }
    }

    private String embedded(GraphWriter graph, Parameters parameters, Linear linear, Norms norms, String ids) {
        String words = linear.lookup(names.embedding("word_embeddings"), ids);
        String others = positions(graph, linear, ids);
        String types = names.embedding("token_type_embeddings");
        if (parameters.has(Linear.weight(types))) {
            // With one type there is nothing to choose, and published graphs of such models have no such input.
            String type = parameters.table(types).rows() > 1
                    ? linear.lookup(types, graph.input("token_type_ids"))
                    : linear.firstRows(types, graph.integers(1));
            others = graph.add(Node.of("Add", type, others));
        }
        return norms.ofSum(words, others, names.embedding("LayerNorm"), Node.NONE);
    }

    /** Position vectors, {@code [1 or batch][sequence][width]}. */
    private String positions(GraphWriter graph, Linear linear, String ids) {
        String table = names.embedding("position_embeddings");
        if (positions == Positions.PLAIN) {
            String length = graph.add(Node.of("Shape", ids).with("start", 1).with("end", 2));
            return graph.add(Node.of("Unsqueeze", linear.firstRows(table, length), graph.integers(0)));
        }
        String padding = graph.integer(config.number("pad_token_id", 1));
        String isPadding = graph.add(Node.of("Equal", ids, padding));
        String counts = graph.add(Node.toInt64(graph.add(Node.of("Not", isPadding))));
        String counted = graph.add(Node.of("CumSum", counts, graph.integer(1)));
        String own = graph.add(Node.of("Mul", counted, counts));
        return linear.lookup(table, graph.add(Node.of("Add", own, padding)));
    }

    private Optional<String> scoreBias(GraphWriter graph, Parameters parameters, String ids) {
        if (!relative) {
            return Optional.empty();
        }
        String length = graph.add(Node.of("Gather", graph.add(Node.of("Shape", ids)), graph.integer(1)));
        return Optional.of(new RelativeBias(
                        parameters.vector("encoder.relative_attention_bias.weight"),
                        config.number("relative_attention_num_buckets", BUCKETS),
                        heads,
                        FARTHEST)
                .in(graph, length));
    }

    private static void writePooler(GraphWriter graph, Parameters parameters, Linear linear, String state, int width) {
        String first = graph.add(Node.of("Gather", state, graph.integer(0)).with("axis", 1));
        if (!parameters.has(Linear.weight(PROJECTION))) {
            graph.outputVector(first, "pooler_output", width);
            return;
        }
        int projected = parameters.matrix(PROJECTION).out();
        graph.outputVector(linear.layer(first, PROJECTION), "pooler_output", projected);
    }
}
