package io.text2vec.collections.schema;

import io.text2vec.collections.CollectionException.Invalid;
import io.text2vec.collections.CollectionException.Unsupported;
import java.util.List;
import java.util.Map;

/**
 * How a text is to be cut into tokens, where a request says it and no property.
 *
 * @param stopwords dropped by queries of tokenization {@link Tokenization#WORD}
 */
public record TokenizeSettings(String text, Tokenization tokenization, Stopwords stopwords) {

    /**
     * Reads {@code text}, {@code tokenization}, {@code analyzerConfig}, and {@code stopwords} or {@code stopwordPresets}.
     *
     * @throws Invalid if something is missing or makes no sense
     * @throws Unsupported for what is not there
     */
    public static TokenizeSettings read(Map<String, Object> request) {
        Fields given = new Fields("", request);
        Fields analyzer = given.object("analyzerConfig");
        TextAnalyzer.refuseFolding(analyzer);
        return new TokenizeSettings(
                text(given),
                PropertyReader.tokenization(given)
                        .orElseThrow(() -> new Invalid("tokenization is missing, such as word or field.")),
                stopwords(given, analyzer));
    }

    /** The text of a request whose settings are a property's. */
    public static String text(Map<String, Object> request) {
        return text(new Fields("", request));
    }

    private static String text(Fields given) {
        return given.text("text").orElseThrow(() -> new Invalid("text is missing: what shall be cut into tokens?"));
    }

    private static Stopwords stopwords(Fields given, Fields analyzer) {
        if (given.has("stopwords") && given.has("stopwordPresets")) {
            throw new Invalid("Give stopwords or stopwordPresets, not both.");
        }
        if (given.has("stopwords")) {
            return InvertedIndexReader.stopwords(given.object("stopwords"));
        }
        String preset = analyzer.word("stopwordPreset").orElse(Stopwords.ENGLISH);
        Fields presets = given.object("stopwordPresets");
        if (presets.has(preset)) {
            return new Stopwords(Stopwords.NONE, presets.texts(preset), List.of());
        }
        if (!preset.equals(Stopwords.ENGLISH) && !preset.equals(Stopwords.NONE)) {
            throw new Invalid("analyzerConfig.stopwordPreset is none of en, none and the names in stopwordPresets.");
        }
        return new Stopwords(preset, List.of(), List.of());
    }
}
