package io.text2vec.runtime.recipe;

import io.text2vec.runtime.pool.Pooling;
import io.text2vec.runtime.pool.PoolingMode;
import io.text2vec.runtime.spec.SentenceSpec;
import io.text2vec.runtime.spec.VectorStep;
import io.text2vec.runtime.tokenize.PythonText;
import java.util.Locale;

/**
 * What sentence-transformers does to a text before the model and to its vectors behind it.
 *
 * @param encoder for the length of prompts
 * @param pooling the declared modes
 */
record SentenceModel(Encoder encoder, SentenceSpec spec, Pooling pooling) {

    SentenceModel(Encoder encoder, SentenceSpec spec) {
        this(encoder, spec, PoolingMode.concatenated(spec.pooling()));
    }

    /** A text as it is tokenised: stripped, and lower-cased where the model asks for that. */
    String prepared(String text) {
        String stripped = PythonText.strip(text);
        return spec.lowercase() ? stripped.toLowerCase(Locale.ROOT) : stripped;
    }

    /** How many leading tokens pooling leaves out for a prompt that is not to be included. */
    int skip(String prompt) {
        return spec.includePrompt() || prompt.isEmpty()
                ? 0
                : encoder.before() + encoder.content(prepared(prompt)).length;
    }

    /** The modules behind pooling. */
    float[] finish(float[] pooled) {
        float[] vector = pooled;
        for (VectorStep step : spec.steps()) {
            vector = step.apply(vector);
        }
        return vector;
    }
}
