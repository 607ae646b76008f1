package io.text2vec.passage;

import static org.assertj.core.api.Assertions.assertThat;

import io.text2vec.vectors.PackagedApp;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The packaged function with the embedded model, in a process of its own. */
@Timeout(60)
class PackagedIT {
    /** What belongs to storage and search, or to the build. */
    private static final List<String> OTHERS =
            List.of("lucene", "weaviate", "protobuf", "grpc", "resteasy", "collections", "junit", "assertj", "-tests");

    @Test
    void turnsATextIntoAVector() throws Exception {
        try (PackagedApp app = PackagedApp.start(Map.of())) {
            assertThat(app.client().vectors("{\"text\":\"hello\"}").statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void carriesOnlyWhatItNeeds() {
        assertThat(PackagedApp.jars()).isNotEmpty().noneMatch(jar -> OTHERS.stream()
                .anyMatch(jar::contains));
    }
}
