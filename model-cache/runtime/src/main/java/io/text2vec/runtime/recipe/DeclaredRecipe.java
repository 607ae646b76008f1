package io.text2vec.runtime.recipe;

import io.text2vec.embedder.EmbedException.BadInput;
import io.text2vec.embedder.EmbedRequest;
import io.text2vec.runtime.infer.Sequence;
import io.text2vec.runtime.pool.Pooling;
import io.text2vec.runtime.pool.PoolingMode;
import io.text2vec.runtime.pool.Vectors;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the model says of itself: its prompts, its pooling, its modules, its limit; always normalised. A text past the limit
 * becomes windows.
 *
 * @param limit most tokens of a sequence
 * @param dimensions length of a whole vector
 */
record DeclaredRecipe(Encoder encoder, RecipeSettings settings, SentenceModel model, int limit, int dimensions)
        implements Recipe {

    @Override
    public Plan plan(EmbedRequest request) {
        Pooling pooling = pooling(request);
        int kept = kept(request);
        String prompt = prompt(request);
        String text = settings.prefixed(request.text(), request.taskType());
        long[] content = encoder.content(model.prepared(prompt + text));
        int room = encoder.room(limit);
        if (content.length > room && settings.windows()) {
            // A text without a prompt has its tokens already; tokenising megabytes again would cost as much as before.
            long[] withoutPrompt = prompt.isEmpty() ? content : encoder.content(model.prepared(text));
            return windows(prompt, withoutPrompt, pooling, kept);
        }
        int taken = Math.min(content.length, room);
        Sequence sequence = encoder.sequence(content, taken, model.skip(prompt), pooling);
        return new Plan(List.of(sequence), pooled -> cut(vector(pooled[0]), kept));
    }

    private Plan windows(String prompt, long[] text, Pooling pooling, int kept) {
        long[] promptIds = prompt.isEmpty() ? new long[0] : encoder.content(model.prepared(prompt));
        Windows windows = Windows.over(text, promptIds, encoder.room(limit));
        WindowCount.check(windows.count(), settings.maxWindows());
        int skip = model.skip(prompt);
        List<Sequence> sequences = windows.contents().stream()
                .map(content -> encoder.sequence(content, content.length, skip, pooling))
                .toList();
        return new Plan(sequences, pooled -> cut(mean(pooled, windows), kept));
    }

    private float[] mean(float[][] pooled, Windows windows) {
        float[] sum = new float[dimensions];
        for (int window = 0; window < pooled.length; window++) {
            float[] vector = vector(pooled[window]);
            int tokens = windows.tokens(window);
            for (int i = 0; i < sum.length; i++) {
                sum[i] += tokens * vector[i];
            }
        }
        return sum; // its length is settled by the normalisation that follows
    }

    private float[] vector(float[] pooled) {
        return Vectors.normalize(model.finish(pooled));
    }

    private static float[] cut(float[] vector, int kept) {
        return Vectors.normalize(Vectors.first(vector, kept));
    }

    private Pooling pooling(EmbedRequest request) {
        Optional<PoolingMode> requested = RequestedPooling.of(request);
        // Weaviate always sends its default masked_mean, which can't be told from a choice.
        if (requested.isEmpty() || (requested.get() == PoolingMode.MEAN && !settings.obeyPooling())) {
            return model.pooling();
        }
        if (model.spec().pooling().size() > 1) {
            throw new BadInput("This model concatenates several poolings "
                    + model.spec().pooling() + "; one alone does not give its vector");
        }
        return requested.get();
    }

    private int kept(EmbedRequest request) {
        int kept = request.dimensions().orElse(dimensions);
        if (kept < 1 || kept > dimensions) {
            throw new BadInput("dimensions is " + kept + "; this model has 1 to " + dimensions);
        }
        return kept;
    }

    private String prompt(EmbedRequest request) {
        Map<String, String> prompts = model.spec().prompts();
        Optional<String> byDefault = model.spec().defaultPrompt().map(prompts::get);
        String task = request.taskType().orElse(EmbedRequest.PASSAGE);
        Optional<String> prompt =
                switch (task) {
                    case EmbedRequest.QUERY ->
                        Optional.ofNullable(prompts.get("query")).or(() -> byDefault);
                    case EmbedRequest.PASSAGE ->
                        Optional.ofNullable(prompts.get("document"))
                                .or(() -> Optional.ofNullable(prompts.get("passage")))
                                .or(() -> byDefault);
                    default ->
                        throw new BadInput("task_type is '" + task + "'; it can be " + EmbedRequest.PASSAGE + " or "
                                + EmbedRequest.QUERY);
                };
        return prompt.orElse("");
    }
}
