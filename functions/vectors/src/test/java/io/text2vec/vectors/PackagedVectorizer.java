package io.text2vec.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What an application that makes vectors and nothing else shows as it is shipped, with the embedded model. */
public abstract class PackagedVectorizer extends PackagedProcess {
    private static final String TEXT = "{\"text\":\"hello\"}";

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

    private final String function;

    /** @param function the one that it offers */
    protected PackagedVectorizer(String function) {
        this.function = function;
    }

    @Test
    void everyDoorAnswers() throws Exception {
        try (PackagedApp app = PackagedApp.start(Map.of())) {
            Http http = app.client();
            assertThat(http.vectors(TEXT).body()).contains("\"dims\":384");
            assertThat(http.send("POST", "/" + function, TEXT).body()).contains("\"dims\":384");
            assertThat(http.send("POST", "/v1/embeddings", "{\"input\":\"hello\",\"model\":\"any\"}")
                            .body())
                    .contains("\"embedding\":[");
            assertThat(http.get("/meta").body()).contains("\"model_type\":\"bert\"");
            assertThat(http.get("/q/metrics").body()).contains("text2vec_load_seconds");
            assertThat(http.vectors("{}").statusCode()).isEqualTo(422);
            assertThat(http.get("/nowhere").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void anEventIsAnsweredByAnEventInTheModeItCameIn() throws Exception {
        try (PackagedApp app = PackagedApp.start(Map.of())) {
            Http http = app.client();
            String event = "{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"/test\",\"type\":\"text2vec." + function
                    + "\",\"data\":" + TEXT + "}";
            HttpResponse<String> structured =
                    http.send("POST", "/", event, "Content-Type", "application/cloudevents+json");
            assertThat(structured.body()).contains("\"type\":\"text2vec." + function + ".done\"", "\"dims\":384");
            HttpResponse<String> binary = http.send(
                    "POST",
                    "/",
                    TEXT,
                    "Content-Type",
                    "application/json",
                    "ce-specversion",
                    "1.0",
                    "ce-id",
                    "1",
                    "ce-source",
                    "/test",
                    "ce-type",
                    "text2vec." + function);
            assertThat(binary.headers().firstValue("ce-type")).contains("text2vec." + function + ".done");
            assertThat(binary.body()).contains("\"dims\":384");
            assertThat(http.send("POST", "/", "no event", "Content-Type", "application/cloudevents+json")
                            .statusCode())
                    .isEqualTo(400);
        }
    }

    @Test
    void repeatedTextsAreAnsweredFromMemoryIfAsked() throws Exception {
        try (PackagedApp app = PackagedApp.start(Map.of("ENABLE_CACHE", "true"))) {
            Http http = app.client();
            String first = http.vectors(TEXT).body();
            assertThat(http.vectors(TEXT).body()).isEqualTo(first);
            assertThat(http.get("/q/metrics").body()).containsPattern("text2vec_cache\\w*\\{result=\"hit\"} 1.0");
        }
    }

    @Test
    void carriesOnlyWhatItNeeds() {
        assertThat(PackagedApp.modules())
                .containsExactlyInAnyOrder("convert", "embedder", "hub", "runtime", "vectors", "web");
        assertThat(PackagedApp.jars()).noneMatch(jar -> OTHERS.stream().anyMatch(jar::contains));
    }
}
