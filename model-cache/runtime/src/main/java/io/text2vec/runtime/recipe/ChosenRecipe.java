package io.text2vec.runtime.recipe;

import io.text2vec.runtime.pool.PoolingMode;
import io.text2vec.runtime.source.ModelException;
import io.text2vec.runtime.spec.ModelSpec;
import io.text2vec.runtime.spec.SentenceSpec;
import io.text2vec.runtime.tokenize.Tokenizer;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A recipe for one model and what is to be told of it.
 *
 * @param dimensions length of a whole vector
 * @param maxTokens longest sequence, special tokens included
 * @param pooling the recipe's own pooling in words
 */
public record ChosenRecipe(RecipeKind kind, Recipe recipe, int dimensions, int maxTokens, String pooling) {

    /** T5 counts positions from token to token and so has no limit of its own; its makers trained it on so many. */
    private static final int UNLIMITED = 512;

    private static final String POOLER_OUTPUT = "pooler output";

    /**
     * Fits a recipe to a model.
     *
     * @param width floats of what the graph gives a token, or a text where it pools by itself
     * @throws ModelException if the recipe is none for this model
     */
    public static ChosenRecipe of(
            RecipeKind kind, ModelSpec spec, Tokenizer tokenizer, int width, RecipeSettings settings) {
        Encoder encoder = new Encoder(tokenizer, spec.positions());
        return switch (kind) {
            case DECLARED -> declared(encoder, spec, width, settings);
            case REFERENCE_HF -> huggingFace(encoder, spec, width, settings);
            case REFERENCE_SENTENCE_TRANSFORMERS -> sentenceTransformers(encoder, spec, width, settings);
            case REFERENCE_ONNX -> {
                OptionalInt limit = or(settings.maxTokens(), spec.modelMaxLength());
                yield new ChosenRecipe(
                        kind,
                        new OnnxRecipe(encoder, settings, limit),
                        width,
                        limit(limit, spec),
                        spec.poolsItself() ? POOLER_OUTPUT : PoolingMode.MEAN.word());
            }
        };
    }

    /** Tokens of the longest sequence that a model's own files allow, special tokens included. */
    public static int declaredLimit(ModelSpec spec) {
        return limit(or(spec.sentence().maxSeqLength(), spec.modelMaxLength()), spec);
    }

    private static ChosenRecipe declared(Encoder encoder, ModelSpec spec, int width, RecipeSettings settings) {
        int positions = spec.positions().orElse(Integer.MAX_VALUE);
        OptionalInt asked = settings.maxTokens();
        if (asked.isPresent() && asked.getAsInt() > positions) {
            throw new ModelException(
                    "TEXT2VEC_MAX_TOKENS is " + asked.getAsInt() + "; the model has positions for " + positions);
        }
        int limit = asked.isPresent() ? limit(asked, spec) : declaredLimit(spec);
        SentenceModel model = new SentenceModel(encoder, spec.sentence());
        int dimensions = dimensions(model, spec, width);
        return new ChosenRecipe(
                RecipeKind.DECLARED,
                new DeclaredRecipe(encoder, settings, model, limit, dimensions),
                dimensions,
                limit,
                pooling(spec));
    }

    private static ChosenRecipe huggingFace(Encoder encoder, ModelSpec spec, int width, RecipeSettings settings) {
        if (spec.type().equals("t5")) {
            throw new ModelException("The reference runs T5 models through sentence-transformers;"
                    + " set TEXT2VEC_RECIPE=" + RecipeKind.REFERENCE_SENTENCE_TRANSFORMERS.word());
        }
        return new ChosenRecipe(
                RecipeKind.REFERENCE_HF,
                new HuggingFaceRecipe(encoder, settings, spec.poolsItself()),
                width,
                Math.min(HuggingFaceRecipe.MAX_TOKENS, spec.positions().orElse(Integer.MAX_VALUE)),
                spec.poolsItself() ? POOLER_OUTPUT : PoolingMode.MEAN.word());
    }

    private static ChosenRecipe sentenceTransformers(
            Encoder encoder, ModelSpec spec, int width, RecipeSettings settings) {
        SentenceModel model = new SentenceModel(encoder, spec.sentence());
        OptionalInt limit = or(
                settings.maxTokens(),
                or(
                        spec.sentence().maxSeqLength(),
                        spec.positions().isEmpty()
                                ? spec.modelMaxLength()
                                : least(spec.positions(), spec.modelMaxLength())));
        return new ChosenRecipe(
                RecipeKind.REFERENCE_SENTENCE_TRANSFORMERS,
                new SentenceTransformersRecipe(encoder, settings, model, limit),
                dimensions(model, spec, width),
                limit(limit, spec),
                pooling(spec));
    }

    private static int dimensions(SentenceModel model, ModelSpec spec, int width) {
        int pooled =
                spec.poolsItself() ? width : width * spec.sentence().pooling().size();
        try {
            return model.finish(new float[pooled]).length;
        } catch (IndexOutOfBoundsException e) {
            throw new ModelException("The model's Dense layer does not fit its pooled vectors of " + pooled, e);
        }
    }

    private static String pooling(ModelSpec spec) {
        if (spec.poolsItself()) {
            return POOLER_OUTPUT;
        }
        SentenceSpec sentence = spec.sentence();
        return sentence.pooling().stream().map(PoolingMode::word).collect(Collectors.joining("+"));
    }

    /** The smaller of a limit and the positions, where either is given. */
    private static int limit(OptionalInt limit, ModelSpec spec) {
        return least(limit, spec.positions()).orElse(UNLIMITED);
    }

    private static OptionalInt least(OptionalInt a, OptionalInt b) {
        return IntStream.concat(a.stream(), b.stream()).min();
    }

    private static OptionalInt or(OptionalInt first, OptionalInt second) {
        return first.isPresent() ? first : second;
    }
}
