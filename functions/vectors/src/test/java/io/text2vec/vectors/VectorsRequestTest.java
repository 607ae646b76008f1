package io.text2vec.vectors;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.text2vec.web.Refusal;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VectorsRequestTest {

    @Test
    void readsTextAndConfig() {
        VectorsRequest request = parse("""
                {"text": "a b", "config": {"pooling_strategy": "cls", "task_type": "query", "dimensions": 8}}
                """);
        assertThat(request)
                .isEqualTo(new VectorsRequest("a b", Optional.of("query"), Optional.of("cls"), OptionalInt.of(8)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"text\":\"a\"}",
                "{\"text\":\"a\",\"config\":null}",
                "{\"text\":\"a\",\"config\":{}}",
                "{\"text\":\"a\",\"config\":{\"task_type\":null,\"pooling_strategy\":null,\"dimensions\":null}}",
                "{\"dims\":0,\"vector\":null,\"error\":\"\",\"x\":{\"text\":[{}]},\"text\":\"a\"}",
                "{\"config\":{\"x\":[1,{\"task_type\":\"no\"}]},\"text\":\"a\"}",
                "{\"text\":\"b\",\"config\":{\"task_type\":\"query\"},\"config\":{},\"text\":\"a\"}",
                " \n{\"text\":\"\\u0061\"}\t ",
            })
    void everythingElseMayBeAbsentOrUnknown(String body) {
        assertThat(parse(body))
                .isEqualTo(new VectorsRequest("a", Optional.empty(), Optional.empty(), OptionalInt.empty()));
    }

    @Test
    void keepsNulSurrogatesAndEmptyText() {
        assertThat(parse("{\"text\":\"\\u0000\\ud800 \\ud83d\\ude00😀\"}").text())
                .isEqualTo("\u0000\ud800 😀😀");
        assertThat(parse("{\"text\":\"\"}").text()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "\"text\"",
                "null",
                "{\"text\":null}",
                "{\"text\":1}",
                "{\"text\":[\"a\"]}",
                "{\"text\":\"a\",\"config\":5}",
                "{\"text\":\"a\",\"config\":[]}",
                "{\"text\":\"a\",\"config\":{\"task_type\":1}}",
                "{\"text\":\"a\",\"config\":{\"pooling_strategy\":{}}}",
                "{\"text\":\"a\",\"config\":{\"dimensions\":\"8\"}}",
                "{\"text\":\"a\",\"config\":{\"dimensions\":8.0}}",
                "{\"text\":\"a\",\"config\":{\"dimensions\":true}}",
                "{\"text\":\"a\",\"config\":{\"dimensions\":2147483648}}",
                "{\"text\":\"a\",\"config\":{\"dimensions\":99999999999999999999999}}",
            })
    void otherTypesAreUnprocessable(String body) {
        assertThat(status(body.getBytes(UTF_8))).isEqualTo(422);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "{",
                "{\"text\":\"a\"",
                "{\"text\":\"a",
                "{'text':'a'}",
                "{\"text\":\"a\"} {}",
                "{\"text\":\"a\"}x",
                "{\"text\":\"a\",}",
                "{\"text\":\"\\x\"}",
                "{\"text\":\"a\nb\"}",
                "text=a",
            })
    void whatIsNotOneJsonValueIsMalformed(String body) {
        assertThat(status(body.getBytes(UTF_8))).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ff", "c3", "c080", "eda080", "f4908080", "e282"})
    void invalidUtf8IsMalformed(String hex) {
        byte[] bad = HexFormat.of().parseHex(hex);
        byte[] body = "{\"text\":\"??????\"}".getBytes(UTF_8);
        System.arraycopy(bad, 0, body, 9, bad.length);
        assertThat(status(body)).isEqualTo(400);
    }

    @Test
    void otherEncodingsAreMalformed() {
        assertThat(status("{\"text\":\"a\"}".getBytes(UTF_16))).isEqualTo(400);
    }

    @Test
    void nestingIsBounded() {
        int depth = 100_000;
        assertThat(status(("{\"x\":" + "[".repeat(depth) + "]".repeat(depth) + ",\"text\":\"a\"}").getBytes(UTF_8)))
                .isEqualTo(400);
    }

    @Test
    void theReasonQuotesNothingOfTheBody() {
        assertThat(refusal("{\"text\":\"a\"} secret".getBytes(UTF_8)))
                .hasMessageNotContaining("secret")
                .hasMessageContaining("line 1");
    }

    private static VectorsRequest parse(String body) {
        return VectorsRequest.parse(body.getBytes(UTF_8));
    }

    private static int status(byte[] body) {
        return refusal(body).failure().status();
    }

    private static Refusal refusal(byte[] body) {
        return catchThrowableOfType(Refusal.class, () -> VectorsRequest.parse(body));
    }
}
