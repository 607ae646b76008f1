package io.text2vec.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What an application that makes vectors and nothing else shows as it is shipped, with the embedded model. */
@Timeout(60)
public abstract class PackagedVectorizer {
    /** What belongs to storage and search, or to the build. */
    private static final List<String> OTHERS = List.of(
            "lucene",
            "weaviate",
            "client6",
            "grpc",
            "guava",
            "libphonenumber",
            "resteasy",
            "junit",
            "assertj",
            "-tests");

    @Test
    void turnsATextIntoAVector() throws Exception {
        try (PackagedApp app = PackagedApp.start(Map.of())) {
            assertThat(app.client().vectors("{\"text\":\"hello\"}").statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void carriesOnlyWhatItNeeds() {
        assertThat(PackagedApp.modules())
                .containsExactlyInAnyOrder("convert", "embedder", "hub", "runtime", "vectors", "web");
        assertThat(PackagedApp.jars()).noneMatch(jar -> OTHERS.stream().anyMatch(jar::contains));
    }
}
