package io.text2vec.embedder;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A text and what its sender wants done with it.
 *
 * @param text any text, the empty one too; unpaired surrogates are read as U+FFFD
 * @param taskType {@code passage} or {@code query} as the sender wrote it; absent means passage. Kept as a word because
 *     the reference container puts whatever word it gets in front of the text
 * @param pooling {@code pooling_strategy} of the {@code /vectors} contract; absent means the recipe's own
 * @param dimensions how many values of the vector to keep, from the first
 */
public record EmbedRequest(String text, Optional<String> taskType, Optional<String> pooling, OptionalInt dimensions) {

    /** Task word of a text that is searched with. */
    public static final String QUERY = "query";

    /** Task word of a text that is found. */
    public static final String PASSAGE = "passage";

    public EmbedRequest {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(taskType, "taskType");
        Objects.requireNonNull(pooling, "pooling");
        Objects.requireNonNull(dimensions, "dimensions");
    }

    /** A passage with the recipe's own pooling and all dimensions. */
    public static EmbedRequest passage(String text) {
        return new EmbedRequest(text, Optional.of(PASSAGE), Optional.empty(), OptionalInt.empty());
    }

    /** A query with the recipe's own pooling and all dimensions. */
    public static EmbedRequest query(String text) {
        return new EmbedRequest(text, Optional.of(QUERY), Optional.empty(), OptionalInt.empty());
    }
}
