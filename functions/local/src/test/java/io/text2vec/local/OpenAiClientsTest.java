package io.text2vec.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.errors.BadRequestException;
import com.openai.errors.RateLimitException;
import com.openai.models.embeddings.CreateEmbeddingResponse;
import com.openai.models.embeddings.EmbeddingCreateParams;
import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.exception.InvalidRequestException;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.openai.OpenAiEmbeddingModel;
import dev.langchain4j.model.output.Response;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.text2vec.embedder.EmbedException;
import io.text2vec.vectors.FakeEmbedder;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Clients written for OpenAI work against us without knowing it. */
@QuarkusTest
class OpenAiClientsTest {
    @TestHTTPResource
    URI base;

    @Inject
    FakeEmbedder embedder;

    private OpenAIClient client;

    @BeforeEach
    void reset() {
        embedder.reset();
        client = OpenAIOkHttpClient.builder()
                .baseUrl(base.resolve("/v1").toString())
                .apiKey("none")
                .maxRetries(0)
                .build();
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void openAisOwnReadsBothEncodings() {
        for (EmbeddingCreateParams.EncodingFormat format :
                List.of(EmbeddingCreateParams.EncodingFormat.FLOAT, EmbeddingCreateParams.EncodingFormat.BASE64)) {
            CreateEmbeddingResponse answer =
                    client.embeddings().create(asking().encodingFormat(format).build());
            assertThat(answer.data().get(0).embedding()).containsExactly(2f, 0.5f, -1e-7f);
            assertThat(answer.data().get(1).embedding()).containsExactly(1f, 0.5f, -1e-7f);
            assertThat(answer.model()).isEqualTo("any");
            assertThat(answer.usage().totalTokens()).isEqualTo(3);
        }
    }

    @Test
    void openAisOwnNeedsToBeToldNothing() {
        assertThat(client.embeddings().create(asking().build()).data().get(0).embedding())
                .containsExactly(2f, 0.5f, -1e-7f);
    }

    @Test
    void openAisOwnReadsFailures() {
        embedder.answer(request -> CompletableFuture.failedFuture(new EmbedException.BadInput("the reason")));
        assertThatThrownBy(() -> client.embeddings().create(asking().build()))
                .isInstanceOf(BadRequestException.class)
                .hasMessageContaining("the reason");
        embedder.answer(request ->
                CompletableFuture.failedFuture(new EmbedException.Busy("the reason", Duration.ofSeconds(1))));
        assertThatThrownBy(() -> client.embeddings().create(asking().build())).isInstanceOf(RateLimitException.class);
    }

    @Test
    void langChain4jReadsVectorsAndFailures() {
        EmbeddingModel model = OpenAiEmbeddingModel.builder()
                .baseUrl(base.resolve("/v1").toString())
                .apiKey("none")
                .modelName("any")
                .maxRetries(0)
                .build();
        Response<List<Embedding>> answer = model.embedAll(List.of(TextSegment.from("bb"), TextSegment.from("a")));
        assertThat(answer.content())
                .extracting(Embedding::vector)
                .containsExactly(new float[] {2, 0.5f, -1e-7f}, new float[] {1, 0.5f, -1e-7f});
        assertThat(answer.tokenUsage().inputTokenCount()).isEqualTo(3);
        embedder.answer(request -> CompletableFuture.failedFuture(new EmbedException.BadInput("the reason")));
        assertThatThrownBy(() -> model.embed("a"))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("the reason");
    }

    private static EmbeddingCreateParams.Builder asking() {
        return EmbeddingCreateParams.builder().model("any").inputOfArrayOfStrings(List.of("bb", "a"));
    }
}
