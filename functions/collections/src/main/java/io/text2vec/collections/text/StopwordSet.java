package io.text2vec.collections.text;

import io.text2vec.collections.schema.Stopwords;
import io.text2vec.collections.schema.Tokenization;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The words that a query drops. */
public final class StopwordSet {
    private final Set<String> words;

    public StopwordSet(Stopwords stopwords) {
        words = new HashSet<>(Stopwords.ofPreset(stopwords.preset()));
        words.addAll(lower(stopwords.additions()));
        words.removeAll(lower(stopwords.removals()));
    }

    /** The tokens of a query text: of tokenization {@code word} those that are no stopwords, of the others all. */
    public List<String> queryTokens(Tokenization tokenization, String text) {
        return without(tokenization, Tokenizers.tokens(tokenization, text));
    }

    /** Likewise of a pattern. */
    public List<String> queryPatterns(Tokenization tokenization, String pattern) {
        return without(tokenization, Tokenizers.patterns(tokenization, pattern));
    }

    private List<String> without(Tokenization tokenization, List<String> tokens) {
        return tokenization == Tokenization.WORD
                ? tokens.stream().filter(token -> !words.contains(token)).toList()
                : tokens;
    }

    private static List<String> lower(Collection<String> words) {
        return words.stream().map(Characters::lower).toList();
    }
}
