package io.text2vec.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.text2vec.embedder.EmbedException;
import io.text2vec.embedder.EmbedRequest;
import io.text2vec.vectors.FakeEmbedder;
import io.text2vec.vectors.Http;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class EmbeddingsTest {
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
    void aListHasItsVectorsInOrderAndItsTokensCounted() throws Exception {
        assertThat(post("{\"input\":[\"bb\",\"a\"],\"model\":\"any\",\"user\":\"u\"}")
                        .body())
                .isEqualTo("{\"object\":\"list\",\"data\":["
                        + "{\"object\":\"embedding\",\"index\":0,\"embedding\":[2.0,0.5,-1.0E-7]},"
                        + "{\"object\":\"embedding\",\"index\":1,\"embedding\":[1.0,0.5,-1.0E-7]}],"
                        + "\"model\":\"any\",\"usage\":{\"prompt_tokens\":3,\"total_tokens\":3}}");
    }

    @Test
    void withoutAModelTheLoadedOneIsNamed() throws Exception {
        assertThat(post("{\"input\":\"a\"}").body()).contains("\"model\":\"fake\"");
    }

    @Test
    void theEmbedderGetsWhatWasAsked() throws Exception {
        post("{\"input\":\"a\",\"dimensions\":2,\"task_type\":\"query\"}");
        post("{\"input\":\"b\"}");
        assertThat(embedder.asked())
                .containsExactly(
                        new EmbedRequest("a", Optional.of("query"), Optional.empty(), OptionalInt.of(2)),
                        new EmbedRequest("b", Optional.empty(), Optional.empty(), OptionalInt.empty()));
    }

    @Test
    void errorsHaveTheShapeThatClientsRead() throws Exception {
        embedder.answer(request -> CompletableFuture.failedFuture(new EmbedException.BadInput("reason")));
        HttpResponse<String> answer = post("{\"input\":\"a\"}");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .isEqualTo("{\"error\":{\"message\":\"reason\",\"type\":\"invalid_request_error\","
                        + "\"param\":null,\"code\":null}}");
    }

    @Test
    void itsNeighboursAreUnknownPathsOfTheCollections() throws Exception {
        assertThat(http.get("/v1/models").body())
                .isEqualTo("{\"code\":404,\"message\":\"There is nothing at this path.\"}");
    }

    private HttpResponse<String> post(String body) throws Exception {
        return http.send("POST", "/v1/embeddings", body);
    }
}
