package io.text2vec.runtime.tokenize.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.text2vec.runtime.recipe.Fixture;
import io.text2vec.runtime.source.ModelException;
import io.text2vec.runtime.source.ModelFiles;
import io.text2vec.runtime.store.TokenizerLibrary;
import io.text2vec.runtime.tokenize.PythonText;
import io.text2vec.runtime.tokenize.Tokenizer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TokenizerFilesTest {
    @BeforeAll
    static void loadLibrary() {
        TokenizerLibrary.load();
    }

    private static final List<String> TEXTS = List.of(
            "",
            "hello",
            "Hello World, it's 3.14!",
            "  two  blanks   everywhere  ",
            "a\tb\nc\r\nd",
            "Über naïve façade, ŒUVRE, ﬁne, ½, ①",
            "日本語のテキスト 中文 한국어",
            "emoji 😀👩‍👩‍👧 and é combining",
            "zero\u200Bwidth \u00A0no-break\u3000wide \u0000nul",
            "[CLS] [MASK] <s> <mask> </s> <pad> <unk> [UNK] <extra_id_0>",
            "x".repeat(300),
            "long ".repeat(2_000));

    static Stream<String> fixtures() {
        return Fixture.names();
    }

    /** The same model as it would have been published before there was a {@code tokenizer.json}. */
    private record Older(ModelFiles model) implements ModelFiles {
        @Override
        public String name() {
            return model.name();
        }

        @Override
        public Optional<String> text(String file) {
            return file.equals("tokenizer.json") ? Optional.empty() : model.text(file);
        }

        @Override
        public Optional<Path> path(String file) {
            return file.equals("tokenizer.json") ? Optional.empty() : model.path(file);
        }
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void theOlderFilesGiveTheSameTokens(String name) {
        Fixture fixture = Fixture.of(name);
        String json = TokenizerFiles.json(fixture.files());
        SoftAssertions softly = new SoftAssertions();
        try (Tokenizer newer = new Tokenizer(json);
                Tokenizer older = new Tokenizer(TokenizerFiles.json(new Older(fixture.files())))) {
            assertThat(older.special().before()).isEqualTo(newer.special().before());
            assertThat(older.special().after()).isEqualTo(newer.special().after());
            for (String text : texts(fixture, json)) {
                softly.assertThat(older.content(text)).as(text).isEqualTo(newer.content(text));
            }
        }
        softly.assertAll();
    }

    /**
     * The library that makes a tokenizer.json of a SentencePiece model has changed its mind about white space twice, and those
     * fixtures are of several ages. What we make is what it makes today, so the others are asked without unusual blanks,
     * which are also those around special tokens.
     */
    private static List<String> texts(Fixture fixture, String json) {
        Stream<String> all = Stream.concat(
                        TEXTS.stream(),
                        fixture.cases().stream().map(c -> c.request().text()))
                .distinct();
        boolean ofToday = json.contains("\"WordPiece\"") || json.contains("\"Strip\"");
        return ofToday
                ? all.toList()
                : all.filter(text -> !text.contains("<"))
                        .map(PythonText::singleSpaced)
                        .toList();
    }

    private static ModelFiles model(Map<String, String> files) {
        return new ModelFiles() {
            @Override
            public String name() {
                return "some";
            }

            @Override
            public Optional<String> text(String file) {
                return Optional.ofNullable(files.get(file));
            }

            @Override
            public Optional<Path> path(String file) {
                return Optional.ofNullable(files.get(file)).map(_ -> Path.of(file));
            }
        };
    }

    /** Every byte has a printable character, a blank's is {@code \u0120}. */
    @Test
    void robertasPairsAreMergedInTheirOrder() {
        ModelFiles files = model(Map.of(
                "config.json", "{\"model_type\":\"roberta\"}",
                "vocab.json", """
                        {"<s>":0,"<pad>":1,"</s>":2,"<unk>":3,"l":4,"o":5,"w":6,"\u0120":7,"lo":8,"low":9,"\u0120low":10,"<mask>":11,"a":12}
                        """,
                "merges.txt", "#version: 0.2\nl o\nlo w\n\u0120 low\n"));

        try (Tokenizer tokenizer = new Tokenizer(TokenizerFiles.json(files))) {
            assertThat(tokenizer.special().before()).containsExactly(0);
            assertThat(tokenizer.special().after()).containsExactly(2);
            assertThat(tokenizer.content("low low  wol")).containsExactly(9, 10, 7, 7, 6, 5, 4);
            assertThat(tokenizer.content("low <mask></s>")).containsExactly(9, 11, 2);
        }
    }

    @Test
    void aVocabularyThatIsNotAllOfItsTokenizerIsRefused() {
        ModelFiles files = model(Map.of(
                "config.json", "{\"model_type\":\"bert\"}",
                "tokenizer_config.json", "{\"tokenizer_class\":\"BertJapaneseTokenizer\"}",
                "vocab.txt", "[PAD]\n"));

        assertThatThrownBy(() -> TokenizerFiles.json(files))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("BertJapaneseTokenizer")
                .hasMessageContaining("tokenizer.json is needed");
    }

    @Test
    void aVocabularyWithoutItsSpecialTokensIsRefused() {
        ModelFiles files = model(Map.of("config.json", "{\"model_type\":\"bert\"}", "vocab.txt", "[PAD]\n[UNK]\n"));

        assertThatThrownBy(() -> TokenizerFiles.json(files))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("[CLS]");
    }

    @Test
    void aModelWithoutTokenizerIsToldWhatItLacks() {
        assertThatThrownBy(() -> TokenizerFiles.json(model(Map.of("config.json", "{}"))))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("vocab.json with merges.txt");
    }
}
