package io.text2vec.collections.schema;

import io.text2vec.collections.CollectionException.Unsupported;

/** What newer clients may say about a property's text, and what of it is not there. */
final class TextAnalyzer {
    private TextAnalyzer() {}

    /** @throws Unsupported if texts shall be compared another way than by their tokens, or with other stopwords */
    static void refuse(Fields property) {
        Fields analyzer = property.object("textAnalyzer");
        refuseFolding(analyzer);
        refuse(analyzer, "stopwordPreset", analyzer.word("stopwordPreset").isPresent());
    }

    /** @throws Unsupported if accents shall make no difference */
    static void refuseFolding(Fields analyzer) {
        refuse(analyzer, "asciiFold", analyzer.flag("asciiFold").orElse(false));
        refuse(analyzer, "asciiFoldIgnore", !analyzer.texts("asciiFoldIgnore").isEmpty());
    }

    /** @throws Unsupported if a class brings lists of stopwords for its properties */
    static void refusePresets(Fields invertedIndex) {
        refuse(
                invertedIndex,
                "stopwordPresets",
                !invertedIndex.object("stopwordPresets").isEmpty());
    }

    private static void refuse(Fields given, String key, boolean asked) {
        if (asked) {
            throw new Unsupported(given.path(key) + " is not supported yet.");
        }
    }
}
