package io.text2vec.collections.schema;

import java.util.List;

/**
 * Words that a query with tokenization {@code word} drops; the index keeps them.
 *
 * @param preset {@code en} or {@code none}
 */
public record Stopwords(String preset, List<String> additions, List<String> removals) {

    public Stopwords {
        additions = List.copyOf(additions);
        removals = List.copyOf(removals);
    }
}
