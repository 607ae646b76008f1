package io.text2vec.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.text2vec.embedder.EmbedRequest;
import io.text2vec.vectors.FakeEmbedder;
import io.text2vec.vectors.Http;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OwnTaskTest {
    @TestHTTPResource
    URI base;

    @Inject
    FakeEmbedder embedder;

    @Test
    void servesItsOwnTaskAndTheOtherIfAsked() throws Exception {
        Http http = new Http(base);
        http.vectors("{\"text\":\"own\"}");
        http.vectors("{\"text\":\"asked\",\"config\":{\"task_type\":\"passage\"}}");
        http.vectors("{\"text\":\"asked\",\"config\":{\"task_type\":\"query\"}}");
        assertThat(embedder.asked())
                .extracting(EmbedRequest::taskType)
                .containsExactly(Optional.of("query"), Optional.of("passage"), Optional.of("query"));
        assertThat(http.get("/q/metrics").body()).contains("text2vec_other_task_total 1.0");
    }
}
