package io.text2vec.collections.text;

import io.text2vec.collections.schema.Stopwords;
import io.text2vec.collections.schema.Tokenization;
import java.util.List;

/**
 * What a text is compared by.
 *
 * @param indexed when it is stored
 * @param query when it is asked for: without stopwords
 */
public record Tokens(List<String> indexed, List<String> query) {

    public static Tokens of(String text, Tokenization tokenization, Stopwords stopwords) {
        return new Tokens(
                Tokenizers.tokens(tokenization, text), new StopwordSet(stopwords).queryTokens(tokenization, text));
    }
}
