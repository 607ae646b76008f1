package io.text2vec.local;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.text2vec.embedder.EmbedRequest;
import io.text2vec.embedder.Embedding;
import io.text2vec.vectors.FakeEmbedder;
import io.text2vec.vectors.Http;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FunctionsTest {
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

    @Test
    void aTextHasOneAnswer() throws Exception {
        HttpResponse<String> answer = post("/vectorize-passage", "{\"text\":\"hello\"}");
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(answer.body()).isEqualTo("{\"text\":\"hello\",\"vector\":[5.0,0.5,-1.0E-7],\"dim\":3,\"dims\":3}");
    }

    @Test
    void aListHasAListInItsOrder() throws Exception {
        assertThat(post("/vectorize-query", "[{\"text\":\"bb\"},{\"text\":\"a\"}]")
                        .body())
                .isEqualTo("[{\"text\":\"bb\",\"vector\":[2.0,0.5,-1.0E-7],\"dim\":3,\"dims\":3},"
                        + "{\"text\":\"a\",\"vector\":[1.0,0.5,-1.0E-7],\"dim\":3,\"dims\":3}]");
        assertThat(post("/vectorize-query", "[]").body()).isEqualTo("[]");
    }

    @Test
    void theNameSaysTheTaskUnlessTheTextDoes() throws Exception {
        post("/vectorize-query", "{\"text\":\"a\"}");
        post("/vectorize-query", "{\"text\":\"b\",\"config\":{\"task_type\":\"passage\"}}");
        post("/vectorize-passage", "{\"text\":\"c\"}");
        post("/vectorize-passage", "{\"text\":\"d\",\"config\":{\"task_type\":\"query\"}}");
        assertThat(embedder.asked())
                .extracting(EmbedRequest::taskType)
                .containsExactly(Optional.of("query"), Optional.of("passage"), Optional.empty(), Optional.of("query"));
    }

    @Test
    void eachTextOfAListHasItsOwnConfig() throws Exception {
        post(
                "/vectorize-passage",
                "[{\"text\":\"a\",\"config\":{\"pooling_strategy\":\"cls\"}},"
                        + "{\"text\":\"b\",\"config\":{\"dimensions\":2}}]");
        assertThat(embedder.asked())
                .containsExactly(
                        new EmbedRequest("a", Optional.empty(), Optional.of("cls"), OptionalInt.empty()),
                        new EmbedRequest("b", Optional.empty(), Optional.empty(), OptionalInt.of(2)));
    }

    @Test
    void oneBadTextRefusesTheList() throws Exception {
        assertThat(post("/vectorize-passage", "[{\"text\":\"a\"},{\"text\":1}]").statusCode())
                .isEqualTo(422);
        assertThat(post("/vectorize-passage", "[[{\"text\":\"a\"}]]").statusCode())
                .isEqualTo(422);
        assertThat(embedder.asked()).isEmpty();
    }

    @Test
    void aClientThatHasGoneWithdrawsItsTexts() throws Exception {
        List<CompletableFuture<Embedding>> never = List.of(new CompletableFuture<>(), new CompletableFuture<>());
        CountDownLatch asked = new CountDownLatch(2);
        CountDownLatch withdrawn = new CountDownLatch(2);
        never.forEach(each -> each.whenComplete((vector, failure) -> withdrawn.countDown()));
        embedder.answer(request -> {
            asked.countDown();
            return never.get(Integer.parseInt(request.text()));
        });
        CompletableFuture<?> call = http.later("/vectorize-passage", "[{\"text\":\"0\"},{\"text\":\"1\"}]");
        assertThat(asked.await(10, SECONDS)).isTrue();
        call.cancel(true);
        assertThat(withdrawn.await(10, SECONDS)).isTrue();
        assertThat(never).allMatch(CompletableFuture::isCancelled);
    }

    private HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return http.send("POST", path, body);
    }
}
