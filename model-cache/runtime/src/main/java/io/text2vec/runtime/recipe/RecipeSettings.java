package io.text2vec.runtime.recipe;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * What of a recipe is the operator's choice.
 *
 * @param taskPrefixes whether {@code <task_type>: } goes in front of a text ({@code USE_QUERY_PASSAGE_PREFIXES})
 * @param splitSentences whether reference-hf embeds sentence by sentence ({@code T2V_TRANSFORMERS_DIRECT_TOKENIZE} off)
 * @param obeyPooling whether {@code masked_mean} in a request replaces the declared pooling too
 * @param windows whether {@code declared} cuts a long text into windows; else it truncates
 * @param maxTokens limit that replaces the model's own
 * @param maxWindows most windows of a request
 */
public record RecipeSettings(
        boolean taskPrefixes,
        boolean splitSentences,
        boolean obeyPooling,
        boolean windows,
        OptionalInt maxTokens,
        int maxWindows) {

    /** A power of two with room for a text of about a million tokens. */
    public static final int MAX_WINDOWS = 4096;

    /** As the environment without any variable gives them. */
    public static RecipeSettings defaults() {
        return new RecipeSettings(false, true, false, true, OptionalInt.empty(), MAX_WINDOWS);
    }

    /** The same with {@link #taskPrefixes} as given. */
    public RecipeSettings withTaskPrefixes(boolean on) {
        return new RecipeSettings(on, splitSentences, obeyPooling, windows, maxTokens, maxWindows);
    }

    /** The text with its task in front, where that is asked for and a task is given, whatever word it is. */
    String prefixed(String text, Optional<String> taskType) {
        return taskPrefixes && taskType.isPresent() ? taskType.get() + ": " + text : text;
    }
}
