package io.text2vec.hub;

import io.text2vec.runtime.recipe.RecipeKind;

/** Which of the reference container's ways a published image takes from a text to its vector. */
public enum ReferencePath {
    HF("hf", RecipeKind.REFERENCE_HF),
    SENTENCE_TRANSFORMERS("st", RecipeKind.REFERENCE_SENTENCE_TRANSFORMERS),
    ONNX("onnx", RecipeKind.REFERENCE_ONNX);

    private final String word;
    private final RecipeKind recipe;

    ReferencePath(String word, RecipeKind recipe) {
        this.word = word;
        this.recipe = recipe;
    }

    /** The recipe that stands for it. */
    public RecipeKind recipe() {
        return recipe;
    }

    static ReferencePath of(String word) {
        for (ReferencePath path : values()) {
            if (path.word.equals(word)) {
                return path;
            }
        }
        throw new IllegalArgumentException("Expected hf, st or onnx, found '" + word + "'");
    }
}
