package io.text2vec.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.text2vec.vectors.PackagedApp;
import io.text2vec.vectors.PackagedProcess;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The packaged application with the embedded model, in a process of its own. */
class PackagedIT extends PackagedProcess {
    /** What belongs to clients, or to the build. */
    private static final List<String> OTHERS = List.of(
            "grpc-netty", "httpclient", "resteasy", "langchain4j-open-ai", "openai-java", "junit", "assertj", "-tests");

    @Test
    void carriesEveryModuleAndNoClient() {
        assertThat(PackagedApp.modules())
                .containsExactlyInAnyOrder(
                        "collections",
                        "collections-web",
                        "convert",
                        "embedder",
                        "engine-lucene",
                        "engine-weaviate",
                        "hub",
                        "runtime",
                        "vectorizers",
                        "vectors",
                        "weaviate-api",
                        "weaviate-graphql",
                        "web");
        assertThat(PackagedApp.jars()).noneMatch(jar -> OTHERS.stream().anyMatch(jar::contains));
    }
}
