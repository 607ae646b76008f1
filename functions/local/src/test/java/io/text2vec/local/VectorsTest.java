package io.text2vec.local;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.text2vec.embedder.EmbedException;
import io.text2vec.embedder.EmbedRequest;
import io.text2vec.embedder.Embedding;
import io.text2vec.vectors.FakeEmbedder;
import jakarta.inject.Inject;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class VectorsTest {
    @TestHTTPResource
    URI base;

    @Inject
    FakeEmbedder embedder;

    private Http http;

    @BeforeEach
    void reset() {
        embedder.reset();
        http = new Http(base);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "application/json", "application/x-www-form-urlencoded", "multipart/form-data", "no type"})
    void contentTypeDoesNotMatter(String type) throws Exception {
        HttpResponse<String> answer = type.isEmpty()
                ? http.vectors("{\"text\":\"hello\"}")
                : http.vectors("{\"text\":\"hello\"}", "Content-Type", type);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(answer.body()).isEqualTo("{\"text\":\"hello\",\"vector\":[5.0,0.5,-1.0E-7],\"dim\":3,\"dims\":3}");
    }

    @Test
    void aSlashMoreDoesNotMatter() throws Exception {
        assertThat(http.send("POST", "/vectors/", "{\"text\":\"hello\"}").statusCode())
                .isEqualTo(200);
    }

    @Test
    void theEmbedderGetsWhatWasAsked() throws Exception {
        http.vectors(
                "{\"text\":\"a\",\"config\":{\"pooling_strategy\":\"cls\",\"task_type\":\"query\",\"dimensions\":2}}");
        http.vectors("{\"text\":\"b\",\"vector\":[],\"dims\":0,\"error\":\"\",\"config\":{\"pooling_strategy\":\"\"}}");
        assertThat(embedder.asked())
                .containsExactly(
                        new EmbedRequest("a", Optional.of("query"), Optional.of("cls"), OptionalInt.of(2)),
                        new EmbedRequest("b", Optional.empty(), Optional.of(""), OptionalInt.empty()));
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(422, new EmbedException.BadInput("a \"quoted\" reason")),
                Arguments.of(413, new EmbedException.TooLong("reason")),
                Arguments.of(429, new EmbedException.Busy("reason", Duration.ofMillis(1500))),
                Arguments.of(503, new EmbedException.NotReady("reason")),
                Arguments.of(504, new EmbedException.DeadlinePassed("reason")),
                Arguments.of(500, new EmbedException.RuntimeFailed("reason", null)));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void aFailureHasItsStatusAndItsSentence(int status, EmbedException failure) throws Exception {
        embedder.answer(request -> CompletableFuture.failedFuture(failure));
        HttpResponse<String> answer = http.vectors("{\"text\":\"a\"}");
        assertThat(answer.statusCode()).isEqualTo(status);
        String sentence = failure.getMessage().replace("\"", "\\\"");
        assertThat(answer.body()).isEqualTo("{\"error\":\"" + sentence + "\"}");
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
        Optional<String> wait = answer.headers().firstValue("Retry-After");
        switch (status) {
            case 429 -> assertThat(wait).contains("2");
            case 503 -> assertThat(wait).contains("1");
            default -> assertThat(wait).isEmpty();
        }
    }

    @Test
    void whatNobodyExpectedIsOurFault() throws Exception {
        embedder.answer(request -> {
            throw new IllegalStateException("secret");
        });
        HttpResponse<String> answer = http.vectors("{\"text\":\"a\"}");
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).startsWith("{\"error\":").doesNotContain("secret");
    }

    @Test
    void manyCallersGetEachTheirOwn() {
        List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
        int callers = 64;
        CountDownLatch arrived = new CountDownLatch(callers);
        CompletableFuture<Void> all = new CompletableFuture<>();
        embedder.answer(request -> {
            arrived.countDown();
            return all.thenApply(come -> vectorOf(request));
        });
        for (int i = 0; i < callers; i++) {
            answers.add(http.vectorsLater("{\"text\":\"" + i + "\"}"));
        }
        await(arrived); // nobody is answered before all have come: none blocks another
        all.complete(null);
        for (int i = 0; i < callers; i++) {
            assertThat(answers.get(i).join().body())
                    .isEqualTo("{\"text\":\"" + i + "\",\"vector\":[" + i + ".0],\"dim\":1,\"dims\":1}");
        }
    }

    @Test
    void aClientThatHasGoneWithdrawsItsText() throws Exception {
        CompletableFuture<Embedding> never = new CompletableFuture<>();
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch withdrawn = new CountDownLatch(1);
        never.whenComplete((vector, failure) -> withdrawn.countDown());
        embedder.answer(request -> {
            asked.countDown();
            return never;
        });
        try (Socket client = new Socket(base.getHost(), base.getPort())) {
            client.getOutputStream().write(post("{\"text\":\"a\"}"));
            await(asked);
        }
        await(withdrawn);
        assertThat(never).isCancelled();
    }

    private static byte[] post(String body) {
        return ("POST /vectors HTTP/1.1\r\nHost: h\r\nContent-Length: " + body.length() + "\r\n\r\n" + body)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static Embedding vectorOf(EmbedRequest request) {
        return new Embedding(new float[] {Integer.parseInt(request.text())}, 1);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
