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

    @Test
    void aloneItEndsAndSaysWhatToStartInstead() throws Exception {
        try (PackagedApp app = PackagedApp.start(Map.of())) {
            assertThat(app.errors())
                    .contains("Can't start: There is no engine here")
                    .contains("local");
            assertThat(app.process().waitFor(10, TimeUnit.SECONDS)).isTrue();
            assertThat(app.process().exitValue()).isEqualTo(1);
        }
    }

    @Test
    void carriesOnlyWhatItNeeds() {
        assertThat(PackagedApp.modules())
                .containsExactlyInAnyOrder(
                        "collections",
                        "collections-web",
                        "embedder",
                        "runtime",
                        "vectorizers",
                        "vectors",
                        "weaviate-api",
                        "web");
        assertThat(PackagedApp.jars()).noneMatch(jar -> OTHERS.stream().anyMatch(jar::contains));
    }
}
