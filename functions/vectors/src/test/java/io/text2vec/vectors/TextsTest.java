package io.text2vec.vectors;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.text2vec.embedder.Embedding;
import io.text2vec.web.Refusal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextsTest {

    @Test
    void oneIsAnsweredByOneAndAListByAList() {
        assertThat(answer("{\"text\":\"a\"}")).isEqualTo("{\"text\":\"a\",\"vector\":[1.0],\"dim\":1,\"dims\":1}");
        assertThat(answer("[{\"text\":\"a\"}]")).isEqualTo("[{\"text\":\"a\",\"vector\":[1.0],\"dim\":1,\"dims\":1}]");
        assertThat(answer("[]")).isEqualTo("[]");
    }

    @Test
    void aListKeepsItsOrder() {
        assertThat(Texts.parse("[{\"text\":\"b\"},{\"text\":\"a\"},{\"text\":\"c\"}]".getBytes(UTF_8))
                        .all())
                .extracting(VectorsRequest::text)
                .containsExactly("b", "a", "c");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "400 | ``",
                "400 | [",
                "400 | [{\"text\":\"a\"}",
                "400 | [{\"text\":\"a\"},]",
                "400 | [{\"text\":\"a\"}] []",
                "422 | [null]",
                "422 | [\"a\"]",
                "422 | [[{\"text\":\"a\"}]]",
                "422 | [{\"text\":\"a\"},{}]",
                "422 | \"a\"",
            })
    void whatIsNoTextIsRefused(int status, String body) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> Texts.parse(body.getBytes(UTF_8)));
        assertThat(refusal.failure().status()).isEqualTo(status);
    }

    private static String answer(String body) {
        Texts texts = Texts.parse(body.getBytes(UTF_8));
        List<Embedding> embeddings = texts.all().stream()
                .map(text -> new Embedding(new float[] {1}, 1))
                .toList();
        return new Vectors(texts, embeddings).write().toString();
    }
}
