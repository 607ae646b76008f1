package io.text2vec.runtime.recipe;

import io.text2vec.embedder.EmbedRequest;
import io.text2vec.runtime.pool.PoolingMode;
import io.text2vec.runtime.pool.Vectors;
import java.util.List;
import java.util.OptionalInt;

/** The reference's path for quantised ONNX: always the mean, always normalised, truncated, deaf to the request's options. */
record OnnxRecipe(Encoder encoder, RecipeSettings settings, OptionalInt limit) implements Recipe {

    @Override
    public Plan plan(EmbedRequest request) {
        String text = settings.prefixed(request.text(), request.taskType());
        return new Plan(
                List.of(encoder.truncated(text, limit, 0, PoolingMode.MEAN)), pooled -> Vectors.normalize(pooled[0]));
    }
}
