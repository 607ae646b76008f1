package io.text2vec.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTreeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"b\":1,\"a\":[true,false,null,-2.5,\"ä\\n\\u0000\"],\"c\":{\"d\":{}},\"e\":[]}",
                "{\"long\":9223372036854775807,\"longer\":9223372036854775808,\"vast\":1E+400}"
            })
    void whatWasReadIsWrittenAsItWas(String json) {
        Object read = JsonTree.object(json.getBytes(UTF_8), "an object");

        assertThat(JsonTree.write(new StringBuilder(), read)).hasToString(json);
    }

    @Test
    void wholeNumbersAreWrittenWithoutAPoint() {
        Object numbers = List.of(3.0, 3.5f, 1e300, new float[] {1, 0.5f}, 0.1);

        assertThat(JsonTree.write(new StringBuilder(), numbers)).hasToString("[3,3.5,1.0E300,[1.0,0.5],0.1]");
    }

    @Test
    void numbersKeepTheirKind() {
        assertThat(JsonTree.list("[1,1.0,\"1\"]".getBytes(UTF_8), "a list")).isEqualTo(List.of(1L, 1.0, "1"));
        assertThat(JsonTree.object("{\"n\":1}".getBytes(UTF_8), "an object")).isEqualTo(Map.of("n", 1L));
    }

    @Test
    void anotherValueThanAskedForIsMalformed() {
        assertThatThrownBy(() -> JsonTree.object("[]".getBytes(UTF_8), "{\"class\":\"Film\"}"))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.failure().status()).isEqualTo(400))
                .hasMessageContaining("{\"class\":\"Film\"}");
        assertThatThrownBy(() -> JsonTree.list("{}".getBytes(UTF_8), "a list")).isInstanceOf(Refusal.class);
    }
}
