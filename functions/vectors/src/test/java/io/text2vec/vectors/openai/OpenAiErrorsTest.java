package io.text2vec.vectors.openai;

import static org.assertj.core.api.Assertions.assertThat;

import io.text2vec.web.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenAiErrorsTest {
    private final OpenAiErrors errors = new OpenAiErrors();

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {
                "400, invalid_request_error, null",
                "401, invalid_request_error, \"invalid_api_key\"",
                "413, invalid_request_error, null",
                "429, rate_limit_error, \"rate_limit_exceeded\"",
                "500, server_error, null",
                "503, server_error, null",
                "504, server_error, null",
            })
    void aStatusHasATypeAndACode(int status, String type, String code) {
        assertThat(errors.write(new Failure(status, "a \"b\"")))
                .isEqualTo("{\"error\":{\"message\":\"a \\\"b\\\"\",\"type\":\"" + type + "\",\"param\":null,\"code\":"
                        + code + "}}");
    }

    @Test
    void whatMakesNoSenseIs400() {
        assertThat(errors.statusOf(new Failure(422, "reason"))).isEqualTo(400);
        assertThat(errors.statusOf(new Failure(413, "reason"))).isEqualTo(413);
    }

    @Test
    void coversItsOwnPathAlone() {
        assertThat(errors.covers("/v1/embeddings")).isTrue();
        assertThat(errors.covers("/v1/embeddings/")).isTrue();
        assertThat(errors.covers("/v1/objects")).isFalse();
        assertThat(errors.covers("/vectors")).isFalse();
    }
}
