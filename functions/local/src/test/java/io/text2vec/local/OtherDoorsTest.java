package io.text2vec.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.text2vec.vectors.FakeEmbedder;
import io.text2vec.vectors.Http;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class OtherDoorsTest {
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
    void metaIsTheModelsConfigAndOurChoices() throws Exception {
        HttpResponse<String> meta = http.get("/meta");
        assertThat(meta.statusCode()).isEqualTo(200);
        assertThat(meta.body())
                .startsWith("{\"model_type\":\"fake\",\"layers\":[1,2],\"text2vec\":{\"version\":\"")
                .contains("\"recipe\":\"declared\"");
    }

    @Test
    void healthFollowsTheModel() throws Exception {
        embedder.loaded(new CompletableFuture<>());
        assertThat(http.get("/.well-known/live").statusCode()).isEqualTo(204);
        HttpResponse<String> ready = http.get("/.well-known/ready");
        assertThat(ready.statusCode()).isEqualTo(503);
        assertThat(ready.body()).isEqualTo("{\"error\":\"The model is not loaded yet.\"}");
        assertThat(http.get("/meta").statusCode()).isEqualTo(503);

        embedder.reset();
        assertThat(http.get("/.well-known/ready").statusCode()).isEqualTo(204);
        assertThat(http.get("/.well-known/live").statusCode()).isEqualTo(204);
        assertThat(http.get("/meta").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nothing", "/vectors/more", "/q/nothing", "/.well-known", "/%6E"})
    void anUnknownPathIsAJson404(String path) throws Exception {
        HttpResponse<String> answer = http.get(path);
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).isEqualTo("{\"error\":\"There is nothing at this path.\"}");
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /vectors, POST",
        "PUT, /vectors/, POST",
        "DELETE, /vectors, POST",
        "OPTIONS, /vectors, POST",
        "POST, /meta, GET",
        "POST, /.well-known/ready, GET"
    })
    void aWrongMethodIsTold(String method, String path, String allowed) throws Exception {
        HttpResponse<String> answer = http.send(method, path, "");
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).contains(allowed);
        assertThat(answer.body()).isEqualTo("{\"error\":\"This path takes " + allowed + ".\"}");
    }

    @Test
    void metricsCountRequestsAndWhatTheEmbedderDoes() throws Exception {
        embedder.pending(7);
        embedder.observers().forEach(observer -> {
            observer.ran(3, 40, 5, 2_000_000);
            observer.lookedUp(true);
        });
        http.vectors("{\"text\":\"a\",\"config\":{\"task_type\":\"query\"}}");
        http.vectors("{");
        http.get("/nothing");
        assertThat(http.get("/q/metrics").body())
                .contains(
                        "text2vec_requests_seconds_count{door=\"/vectors\",status=\"200\"}",
                        "text2vec_requests_seconds_count{door=\"/vectors\",status=\"400\"}",
                        "text2vec_requests_seconds_count{door=\"none\",status=\"404\"}",
                        "text2vec_queue_texts 7.0",
                        "text2vec_inference_seconds_count",
                        "text2vec_batch_sequences_sum 3.0",
                        "text2vec_tokens_total 40.0",
                        "text2vec_padding_tokens_total 5.0",
                        "text2vec_cache_lookups_total{result=\"hit\"} 1.0",
                        "text2vec_load_seconds{phase=\"graph\"} 0.005",
                        "text2vec_other_task_total");
    }
}
