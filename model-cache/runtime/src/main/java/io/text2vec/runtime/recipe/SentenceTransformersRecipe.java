package io.text2vec.runtime.recipe;

import io.text2vec.embedder.EmbedException.BadInput;
import io.text2vec.embedder.EmbedRequest;
import io.text2vec.runtime.infer.Sequence;
import io.text2vec.runtime.pool.Vectors;
import java.util.List;
import java.util.OptionalInt;

/**
 * The reference's path through sentence-transformers: the model's modules in order, always normalised, truncated, deaf to
 * the pooling in a request.
 *
 * @param limit most tokens of a text; none for a T5 model that declares none
 */
record SentenceTransformersRecipe(Encoder encoder, RecipeSettings settings, SentenceModel model, OptionalInt limit)
        implements Recipe {

    @Override
    public Plan plan(EmbedRequest request) {
        boolean query = request.taskType().filter(EmbedRequest.QUERY::equals).isPresent();
        String prompt = model.spec().prompts().getOrDefault(query ? "query" : "document", "");
        String text = settings.prefixed(request.text(), request.taskType());
        Sequence sequence =
                encoder.truncated(model.prepared(prompt + text), limit, model.skip(prompt), model.pooling());
        int dimensions = request.dimensions().orElse(0);
        return new Plan(List.of(sequence), pooled -> Vectors.normalize(cut(model.finish(pooled[0]), dimensions)));
    }

    /** Python's {@code vector[:dimensions]}; 0 counts as absent. */
    private static float[] cut(float[] vector, int dimensions) {
        if (dimensions == 0) {
            return vector;
        }
        int kept = dimensions > 0 ? dimensions : vector.length + dimensions;
        if (kept <= 0) {
            throw new BadInput(
                    "dimensions is " + dimensions + ", which leaves nothing of a vector of " + vector.length);
        }
        return Vectors.first(vector, kept);
    }
}
