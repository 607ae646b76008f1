package io.text2vec.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What an application whose collections need an engine that it shares with others shows as it is shipped. */
@Timeout(60)
public abstract class PackagedWithoutEngine {
    /** What belongs to the embedded engine, to clients, or to the build. */
    private static final List<String> OTHERS =
            List.of("lucene", "grpc-netty", "httpclient", "resteasy", "junit", "assertj", "-tests");

    /** A port that nobody listens on. */
    private static final int CLOSED = 1;

    @Test
    void aloneItEndsAndSaysWhatToStartInstead() throws Exception {
        try (PackagedApp app = PackagedApp.start(Map.of())) {
            assertThat(app.errors())
                    .contains("Can't start: There is no engine here")
                    .contains("TEXT2VEC_ENGINE=weaviate")
                    .contains("local");
            assertThat(app.process().waitFor(10, TimeUnit.SECONDS)).isTrue();
            assertThat(app.process().exitValue()).isEqualTo(1);
        }
    }

    @Test
    void withAWeaviateThatIsNotThereItStartsAndIsNotReady() throws Exception {
        try (PackagedApp app = PackagedApp.start(
                Map.of("TEXT2VEC_ENGINE", "weaviate", "WEAVIATE_URL", "http://127.0.0.1:" + CLOSED))) {
            Http client = app.client();
            assertThat(client.get("/v1/.well-known/ready").statusCode()).isEqualTo(503);
            assertThat(client.get("/v1/schema").body())
                    .contains("Weaviate at http://127.0.0.1:" + CLOSED + " (WEAVIATE_URL) can't be reached");
        }
    }

    @Test
    void carriesOnlyWhatItNeeds() {
        assertThat(PackagedApp.modules())
                .containsExactlyInAnyOrder(
                        "collections",
                        "collections-web",
                        "embedder",
                        "engine-weaviate",
                        "runtime",
                        "vectorizers",
                        "vectors",
                        "weaviate-api",
                        "web");
        assertThat(PackagedApp.jars()).noneMatch(jar -> OTHERS.stream().anyMatch(jar::contains));
    }
}
