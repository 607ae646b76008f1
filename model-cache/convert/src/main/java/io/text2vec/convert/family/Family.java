package io.text2vec.convert.family;

import io.text2vec.convert.graph.GraphWriter;
import io.text2vec.convert.parameters.Parameters;
import io.text2vec.runtime.source.ModelException;
import java.util.function.IntConsumer;

/** A kind of encoder, fitted to one model's configuration. */
public sealed interface Family permits PostNormEncoder, T5Encoder {

    /**
     * The family that a configuration belongs to.
     *
     * @param config text of {@code config.json}
     * @throws ModelException if it is none that can be converted, or has a trait that isn't known
     */
    static Family of(String config) {
        Config parsed = Config.parse(config);
        return switch (parsed.type()) {
            case "bert", "roberta", "xlm-roberta", "camembert", "distilbert", "mpnet", "dpr" ->
                PostNormEncoder.of(parsed);
            case "t5", "mt5" -> T5Encoder.of(parsed);
            default ->
                throw new ModelException("config.json says model_type '" + parsed.type()
                        + "'; known are bert, roberta, xlm-roberta, camembert, distilbert, mpnet, dpr and the encoders of"
                        + " t5 and mt5. A model of another kind runs if it is exported to ONNX");
        };
    }

    /** Its name, for people. */
    String name();

    /** A parameter that every model of it has. */
    String anchor();

    /** How many layers it has. */
    int layers();

    /**
     * Adds the encoder, with its inputs and its output.
     *
     * @param layer told after each layer how many are done
     */
    void write(GraphWriter graph, Parameters parameters, IntConsumer layer);
}
