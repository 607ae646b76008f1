package io.text2vec.passage;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.text2vec.embedder.EmbedRequest;
import io.text2vec.vectors.FakeEmbedder;
import io.text2vec.vectors.Http;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OneFunctionTest {
    private static final String BODY = "{\"text\":\"a\"}";

    @TestHTTPResource
    URI base;

    @Inject
    FakeEmbedder embedder;

    @AfterEach
    void reset() {
        embedder.reset();
    }

    @Test
    void thisApplicationHasTheFunctionOfItsName() throws Exception {
        assertThat(post("/vectorize-passage", "application/json", BODY).statusCode())
                .isEqualTo(200);
        assertThat(post("/", "application/cloudevents+json", event("vectorize-passage"))
                        .body())
                .contains("\"type\":\"text2vec.vectorize-passage.done\"");
        assertThat(post("/vectors", "application/json", BODY).statusCode()).isEqualTo(200);
        assertThat(embedder.asked())
                .hasSize(3)
                .extracting(EmbedRequest::taskType)
                .containsOnly(Optional.empty());
    }

    @Test
    void theOtherFunctionIsNotHere() throws Exception {
        assertThat(post("/vectorize-query", "application/json", BODY).statusCode())
                .isEqualTo(404);
        HttpResponse<String> answer = post("/", "application/cloudevents+json", event("vectorize-query"));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("text2vec.vectorize-passage.").doesNotContain("text2vec.vectorize-query");
        assertThat(embedder.asked()).isEmpty();
    }

    private static String event(String function) {
        return "{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"/test\",\"type\":\"text2vec." + function
                + "\",\"data\":" + BODY + "}";
    }

    private HttpResponse<String> post(String path, String type, String body) throws Exception {
        return new Http(base).send("POST", path, body, "Content-Type", type);
    }
}
