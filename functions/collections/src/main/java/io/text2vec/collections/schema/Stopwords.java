package io.text2vec.collections.schema;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * Words that a query with tokenization {@code word} drops; the index keeps them.
 *
 * @param preset {@link #ENGLISH} or {@link #NONE}
 */
public record Stopwords(String preset, List<String> additions, List<String> removals) {
    public static final String ENGLISH = "en";
    public static final String NONE = "none";

    static final Stopwords DEFAULT = new Stopwords(ENGLISH, List.of(), List.of());

    private static final Set<String> ENGLISH_WORDS = Set.of(
            "a", "an", "and", "are", "as", "at", "be", "but", "by", "for", "if", "in", "into", "is", "it", "no", "not",
            "of", "on", "or", "such", "that", "the", "their", "then", "there", "these", "they", "this", "to", "was",
            "will", "with");

    public Stopwords {
        additions = List.copyOf(additions);
        removals = List.copyOf(removals);
    }

    /** All words to drop, lower case. */
    public Set<String> words() {
        Set<String> words = new TreeSet<>(ofPreset(preset));
        additions.forEach(word -> words.add(word.toLowerCase(Locale.ROOT)));
        removals.forEach(word -> words.remove(word.toLowerCase(Locale.ROOT)));
        return words;
    }

    /** The words that a preset brings, lower case. */
    public static Set<String> ofPreset(String preset) {
        return preset.equals(ENGLISH) ? ENGLISH_WORDS : Set.of();
    }
}
