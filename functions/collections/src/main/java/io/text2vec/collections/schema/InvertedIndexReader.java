package io.text2vec.collections.schema;

import io.text2vec.collections.CollectionException.Invalid;
import java.util.List;

/** Reads {@code invertedIndexConfig}. */
final class InvertedIndexReader {
    static final InvertedIndex DEFAULT = new InvertedIndex(0.75, 1.2, Stopwords.DEFAULT, false, false, false, 60, true);

    private static final String[] PRESETS = {Stopwords.ENGLISH, Stopwords.NONE};

    private InvertedIndexReader() {}

    /** @param base what counts where nothing is given */
    static InvertedIndex read(Fields given, InvertedIndex base) {
        TextAnalyzer.refusePresets(given);
        // Of a pair with one number the other is 0, as in Weaviate.
        boolean both = !given.has("bm25");
        Fields bm25 = given.object("bm25");
        double b = bm25.number("b").orElse(both ? base.b() : 0);
        double k1 = bm25.number("k1").orElse(both ? base.k1() : 0);
        if (b < 0 || b > 1) {
            throw new Invalid(bm25.path("b") + " must be from 0 to 1.");
        }
        if (k1 < 0) {
            throw new Invalid(bm25.path("k1") + " must not be negative.");
        }
        return new InvertedIndex(
                b,
                k1,
                given.has("stopwords") ? stopwords(given.object("stopwords")) : base.stopwords(),
                given.flag("indexNullState").orElse(base.nullState()),
                given.flag("indexPropertyLength").orElse(base.propertyLength()),
                given.flag("indexTimestamps").orElse(base.timestamps()),
                cleanupInterval(given, base),
                given.flag("usingBlockMaxWAND").orElse(base.usingBlockMaxWand()));
    }

    private static int cleanupInterval(Fields given, InvertedIndex base) {
        long seconds = given.whole("cleanupIntervalSeconds")
                .filter(value -> value != 0)
                .orElse((long) base.cleanupIntervalSeconds());
        if (seconds < 0 || seconds > Integer.MAX_VALUE) {
            throw new Invalid(given.path("cleanupIntervalSeconds") + " must be a positive number of seconds.");
        }
        return (int) seconds;
    }

    static Stopwords stopwords(Fields given) {
        String preset = given.word("preset").orElse(Stopwords.ENGLISH);
        Words.read(PRESETS, word -> word, preset, given.path("preset"));
        List<String> removals = given.texts("removals");
        List<String> additions = given.texts("additions").stream()
                .filter(word -> !Stopwords.ofPreset(preset).contains(word))
                .toList();
        if (additions.stream().anyMatch(String::isBlank) || removals.stream().anyMatch(String::isBlank)) {
            throw new Invalid(given.where() + ": additions and removals must be words.");
        }
        if (additions.stream().anyMatch(removals::contains)) {
            throw new Invalid(given.where() + ": a word can't be both an addition and a removal.");
        }
        return new Stopwords(preset, additions, removals);
    }
}
