package io.text2vec.runtime.recipe;

import io.text2vec.embedder.EmbedException.BadInput;
import io.text2vec.embedder.EmbedRequest;
import io.text2vec.runtime.infer.Sequence;
import io.text2vec.runtime.pool.PoolingMode;
import io.text2vec.runtime.tokenize.PythonText;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * The reference's path for plain Hugging Face models: pooled as the request says, not normalised, deaf to task and
 * dimensions. By default a text is embedded sentence by sentence and the vectors are averaged, each sentence counting the
 * same.
 *
 * @param poolsItself whether the model is a DPR encoder, whose pooler output is taken whatever pooling is asked for
 */
record HuggingFaceRecipe(Encoder encoder, RecipeSettings settings, boolean poolsItself) implements Recipe {
    /** The reference's limit, special tokens included. */
    static final int MAX_TOKENS = 500;

    /** The reference runs so many sentences at once, and of a DPR model's answer it keeps the first row only. */
    private static final int REFERENCE_BATCH = 25;

    @Override
    public Plan plan(EmbedRequest request) {
        PoolingMode pooling =
                poolsItself ? PoolingMode.CLS : RequestedPooling.of(request).orElse(PoolingMode.MEAN);
        String text = settings.prefixed(request.text(), request.taskType());
        if (!settings.splitSentences()) {
            return new Plan(
                    List.of(encoder.truncated(text, OptionalInt.of(MAX_TOKENS), 0, pooling)), pooled -> pooled[0]);
        }
        List<String> sentences = Sentences.of(PythonText.singleSpaced(text));
        if (sentences.isEmpty()) {
            throw new BadInput("The text has no sentence, and this recipe embeds sentence by sentence;"
                    + " send text, or set T2V_TRANSFORMERS_DIRECT_TOKENIZE=true");
        }
        WindowCount.check(sentences.size(), settings.maxWindows());
        List<Sequence> sequences = IntStream.range(0, sentences.size())
                .filter(i -> !poolsItself || i % REFERENCE_BATCH == 0)
                .mapToObj(i -> encoder.truncated(sentences.get(i), OptionalInt.of(MAX_TOKENS), 0, pooling))
                .toList();
        return new Plan(sequences, pooled -> sumDividedBy(sentences.size(), pooled));
    }

    private static float[] sumDividedBy(int sentences, float[][] vectors) {
        float[] mean = new float[vectors[0].length];
        for (float[] vector : vectors) {
            for (int i = 0; i < mean.length; i++) {
                mean[i] += vector[i];
            }
        }
        for (int i = 0; i < mean.length; i++) {
            mean[i] /= sentences;
        }
        return mean;
    }
}
