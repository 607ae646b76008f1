package io.text2vec.runtime.recipe;

import io.text2vec.runtime.source.ModelException;
import io.text2vec.runtime.source.ReferenceImage;
import io.text2vec.runtime.spec.ModelSpec;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** The ways from a text to its vector: what the model declares, or one of the reference container's three paths. */
public enum RecipeKind {
    DECLARED("declared"),
    REFERENCE_HF("reference-hf"),
    REFERENCE_SENTENCE_TRANSFORMERS("reference-sentence-transformers"),
    REFERENCE_ONNX("reference-onnx");

    private final String word;

    RecipeKind(String word) {
        this.word = word;
    }

    /** The recipe's name in settings, logs and {@code /meta}. */
    public String word() {
        return word;
    }

    /** @throws ModelException for another word, listing those there are */
    public static RecipeKind of(String word) {
        return Arrays.stream(values())
                .filter(kind -> kind.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new ModelException("TEXT2VEC_RECIPE is '" + word + "'; it can be "
                        + Arrays.stream(values()).map(RecipeKind::word).collect(Collectors.joining(", "))));
    }

    /**
     * The path that a reference image takes with this model, {@link #DECLARED} where no reference image put it there.
     *
     * @param sentenceTransformers {@code USE_SENTENCE_TRANSFORMERS_VECTORIZER}
     */
    public static RecipeKind of(Optional<ReferenceImage> image, ModelSpec spec, boolean sentenceTransformers) {
        if (image.isEmpty()) {
            return DECLARED;
        }
        if (image.get().onnxRuntime()) {
            return REFERENCE_ONNX;
        }
        return image.get().modelName().isPresent() || spec.type().equals("t5") || sentenceTransformers
                ? REFERENCE_SENTENCE_TRANSFORMERS
                : REFERENCE_HF;
    }
}
