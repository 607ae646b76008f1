package io.text2vec.vectors.openai;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.text2vec.web.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmbeddingsRequestTest {

    @Test
    void readsEveryField() {
        assertThat(parse("""
                {"user": {"x": [1]}, "input": ["b", "a"], "model": "m", "dimensions": 2, "encoding_format": "base64",
                 "task_type": "query", "pooling_strategy": "cls"}"""))
                .isEqualTo(new EmbeddingsRequest(
                        List.of("b", "a"),
                        Optional.of("m"),
                        OptionalInt.of(2),
                        VectorEncoding.BASE64,
                        Optional.of("query"),
                        Optional.of("cls")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"input\":\"\"}",
                "{\"input\":[\"\"]}",
                "{\"input\":\"\",\"model\":null,\"dimensions\":null,\"encoding_format\":null,\"task_type\":null}",
                "{\"input\":\"\",\"encoding_format\":\"float\"}",
            })
    void everythingButTheInputMayBeAbsent(String body) {
        assertThat(parse(body))
                .isEqualTo(new EmbeddingsRequest(
                        List.of(""),
                        Optional.empty(),
                        OptionalInt.empty(),
                        VectorEncoding.FLOAT,
                        Optional.empty(),
                        Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                    | input is missing",
                "{\"input\":[]}                        | empty list",
                "{\"input\":null}                      | string or a list of strings",
                "{\"input\":{}}                        | string or a list of strings",
                "{\"input\":[\"a\",null]}              | string or a list of strings",
                "{\"input\":[1,2]}                     | token ids",
                "{\"input\":[[1,2],[3]]}               | token ids",
                "{\"input\":\"a\",\"model\":1}         | model",
                "{\"input\":\"a\",\"dimensions\":2.5}  | dimensions",
                "{\"input\":\"a\",\"encoding_format\":\"int8\"} | encoding_format",
                "{\"input\":\"a\",\"task_type\":[]}    | task_type",
                "[]                                    | JSON object",
            })
    void whatIsNotTheContractIsNamed(String body, String named) {
        assertThat(refusal(body)).hasMessageContaining(named);
        assertThat(refusal(body).failure().status()).isEqualTo(422);
    }

    @Test
    void aListHasItsLimit() {
        assertThat(parse(listOf(2_048)).input()).hasSize(2_048);
        assertThat(refusal(listOf(2_049))).hasMessageContaining("2048");
    }

    private static String listOf(int texts) {
        return Stream.generate(() -> "\"a\"").limit(texts).collect(Collectors.joining(",", "{\"input\":[", "]}"));
    }

    private static EmbeddingsRequest parse(String body) {
        return EmbeddingsRequest.parse(body.getBytes(UTF_8));
    }

    private static Refusal refusal(String body) {
        return catchThrowableOfType(Refusal.class, () -> parse(body));
    }
}
