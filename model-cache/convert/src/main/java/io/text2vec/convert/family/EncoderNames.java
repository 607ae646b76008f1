package io.text2vec.convert.family;

import java.util.List;

/**
 * How a class of models calls the same parts.
 *
 * @param root precedes all but what a model puts on top
 * @param layer a layer's prefix, with {@code %d} for its number
 */
record EncoderNames(
        String root,
        String layer,
        String query,
        String key,
        String value,
        String output,
        String attentionNorm,
        String up,
        String down,
        String norm) {

    static final EncoderNames BERT = new EncoderNames(
            "",
            "encoder.layer.%d.",
            "attention.self.query",
            "attention.self.key",
            "attention.self.value",
            "attention.output.dense",
            "attention.output.LayerNorm",
            "intermediate.dense",
            "output.dense",
            "output.LayerNorm");

    static final EncoderNames DISTILBERT = new EncoderNames(
            "",
            "transformer.layer.%d.",
            "attention.q_lin",
            "attention.k_lin",
            "attention.v_lin",
            "attention.out_lin",
            "sa_layer_norm",
            "ffn.lin1",
            "ffn.lin2",
            "output_layer_norm");

    static final EncoderNames MPNET = new EncoderNames(
            "",
            "encoder.layer.%d.",
            "attention.attn.q",
            "attention.attn.k",
            "attention.attn.v",
            "attention.attn.o",
            "attention.LayerNorm",
            "intermediate.dense",
            "output.dense",
            "output.LayerNorm");

    /** The same parts inside another model. */
    EncoderNames under(String newRoot) {
        return new EncoderNames(newRoot, layer, query, key, value, output, attentionNorm, up, down, norm);
    }

    String embedding(String part) {
        return root + "embeddings." + part;
    }

    /** Full name of a layer's part. */
    String in(int number, String part) {
        return root + layer.replace("%d", Integer.toString(number)) + part;
    }

    List<String> projections(int number) {
        return List.of(in(number, query), in(number, key), in(number, value));
    }
}
