package io.text2vec.collections.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.text2vec.collections.schema.Stopwords;
import io.text2vec.collections.schema.Tokenization;
import java.util.List;
import org.junit.jupiter.api.Test;

class TokenizersTest {
    private static final String TEXT = " Lois & Clark: The_New \u00a0Ärger, 2²\t";

    @Test
    void wordSplitsAtWhatIsNoLetterOrNumber() {
        assertThat(tokens(Tokenization.WORD, TEXT)).containsExactly("lois", "clark", "the", "new", "ärger", "2²");
    }

    @Test
    void lowercaseSplitsAtWhiteSpace() {
        assertThat(tokens(Tokenization.LOWERCASE, TEXT))
                .containsExactly("lois", "&", "clark:", "the_new", "ärger,", "2²");
    }

    @Test
    void whitespaceKeepsCase() {
        assertThat(tokens(Tokenization.WHITESPACE, TEXT))
                .containsExactly("Lois", "&", "Clark:", "The_New", "Ärger,", "2²");
    }

    @Test
    void fieldIsTheWholeTrimmed() {
        assertThat(tokens(Tokenization.FIELD, TEXT)).containsExactly("Lois & Clark: The_New \u00a0Ärger, 2²");
    }

    @Test
    void trigramGluesWordsAndOverlaps() {
        assertThat(tokens(Tokenization.TRIGRAM, "To be!")).containsExactly("tob", "obe");
        assertThat(tokens(Tokenization.TRIGRAM, "🎬Ab")).isEmpty();
    }

    @Test
    void whatIsOutsideOfTheBasicPlaneIsOneCharacter() {
        assertThat(tokens(Tokenization.WORD, "𝐀𝐁 𐐀x🎬y")).containsExactly("𝐀𝐁", "𐐨x", "y");
        assertThat(tokens(Tokenization.TRIGRAM, "𐐀ab")).containsExactly("𐐨ab");
    }

    @Test
    void nothingHasNoTokens() {
        for (Tokenization tokenization : Tokenization.values()) {
            assertThat(tokens(tokenization, " \n")).isEmpty();
        }
    }

    @Test
    void patternsKeepTheirWildcards() {
        assertThat(Tokenizers.patterns(Tokenization.WORD, "Ho*day, ?ate")).containsExactly("ho*day", "?ate");
    }

    @Test
    void stopwordsAreDroppedOfWordsOnly() {
        StopwordSet english = new StopwordSet(new Stopwords("en", List.of("Film"), List.of("the")));

        assertThat(english.queryTokens(Tokenization.WORD, "The film is a classic"))
                .containsExactly("the", "classic");
        assertThat(english.queryTokens(Tokenization.LOWERCASE, "is a")).containsExactly("is", "a");
        assertThat(new StopwordSet(new Stopwords("none", List.of(), List.of())).queryTokens(Tokenization.WORD, "is a"))
                .containsExactly("is", "a");
    }

    private static List<String> tokens(Tokenization tokenization, String text) {
        return Tokenizers.tokens(tokenization, text);
    }
}
