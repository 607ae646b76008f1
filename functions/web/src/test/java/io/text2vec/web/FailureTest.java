package io.text2vec.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.text2vec.embedder.EmbedException;
import io.vertx.ext.web.handler.HttpException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FailureTest {

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(422, new EmbedException.BadInput("why")),
                Arguments.of(413, new EmbedException.TooLong("why")),
                Arguments.of(429, new EmbedException.Busy("why", Duration.ZERO)),
                Arguments.of(503, new EmbedException.NotReady("why")),
                Arguments.of(504, new EmbedException.DeadlinePassed("why")),
                Arguments.of(500, new EmbedException.RuntimeFailed("why", new IllegalStateException())),
                Arguments.of(400, Refusal.malformed("why")),
                Arguments.of(422, Refusal.unprocessable("why")));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void eachHasItsStatusAndKeepsItsSentence(int status, RuntimeException thrown) {
        Failure failure = Failure.of((Throwable) thrown);
        assertThat(failure.status()).isEqualTo(status);
        assertThat(failure.sentence()).isEqualTo("why");
    }

    @ParameterizedTest
    @MethodSource("failures")
    void aWrapperChangesNothing(int status, RuntimeException thrown) {
        assertThat(Failure.of(new CompletionException(thrown)).status()).isEqualTo(status);
    }

    @Test
    void whatNobodyExpectedTellsNothingOfItself() {
        Failure failure = Failure.of(new IllegalStateException("secret"));
        assertThat(failure.status()).isEqualTo(500);
        assertThat(failure.sentence()).doesNotContain("secret");
    }

    @Test
    void theFrameworksStatusIsKept() {
        assertThat(Failure.of(new HttpException(413)).status()).isEqualTo(413);
    }

    @Test
    void waitsAreWholeSecondsRoundedUp() {
        assertThat(retryAfter(Duration.ofMillis(1))).isEqualTo("1");
        assertThat(retryAfter(Duration.ZERO)).isEqualTo("1");
        assertThat(retryAfter(Duration.ofSeconds(2))).isEqualTo("2");
        assertThat(retryAfter(Duration.ofMillis(2001))).isEqualTo("3");
        assertThat(Failure.of(new EmbedException.NotReady("")).headers()).isEqualTo(Map.of("Retry-After", "1"));
    }

    private static String retryAfter(Duration wait) {
        return Failure.of(new EmbedException.Busy("", wait)).headers().get("Retry-After");
    }
}
