package io.text2vec.weaviate.rest;

import io.text2vec.collections.CollectionException.Invalid;
import io.text2vec.collections.CollectionException.Unsupported;
import io.text2vec.collections.schema.Stopwords;
import io.text2vec.web.Refusal;
import java.util.List;
import java.util.Map;

/** Reads which words a text to tokenize loses when it is asked for: a class's {@code stopwords}, or lists with names. */
final class TokenizeStopwords {
    private static final String ANALYZER = "analyzerConfig";
    private static final String LISTS = "stopwordPresets";

    private TokenizeStopwords() {}

    static Stopwords read(Map<String, Object> body) {
        Map<String, Object> analyzer = Call.part(body, ANALYZER);
        if (Boolean.TRUE.equals(analyzer.get("asciiFold"))) {
            throw new Unsupported(ANALYZER + ".asciiFold: not supported yet.");
        }
        Map<String, Object> given = Call.part(body, "stopwords");
        Map<String, Object> lists = Call.part(body, LISTS);
        if (!given.isEmpty() && !lists.isEmpty()) {
            throw new Invalid("stopwords and " + LISTS + " can't be given both.");
        }
        String preset = Call.text(analyzer, "stopwordPreset")
                .or(() -> Call.text(given, "preset"))
                .orElse(Stopwords.ENGLISH);
        if (lists.containsKey(preset)) {
            return new Stopwords(Stopwords.NONE, words(lists, preset), List.of());
        }
        if (!preset.equals(Stopwords.ENGLISH) && !preset.equals(Stopwords.NONE)) {
            throw new Invalid("There is no list of stopwords of that name: en, none, or one of " + LISTS + ".");
        }
        return new Stopwords(preset, words(given, "additions"), words(given, "removals"));
    }

    private static List<String> words(Map<String, Object> from, String name) {
        return switch (from.get(name)) {
            case null -> List.of();
            case List<?> words
            when words.stream().allMatch(String.class::isInstance) ->
                words.stream().map(String.class::cast).toList();
            default -> throw Refusal.malformed(name + " must be a list of words.");
        };
    }
}
