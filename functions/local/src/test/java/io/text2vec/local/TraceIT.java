package io.text2vec.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.text2vec.vectors.Http;
import io.text2vec.vectors.PackagedApp;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The packaged application before a Weaviate that only writes down what comes: one trace on all the way. */
@Timeout(60)
class TraceIT {
    private static final String ID = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String PARENT = "00-" + ID + "-00f067aa0ba902b7-01";
    private static final String[] TRACED = {"traceparent", PARENT, "tracestate", "rojo=1"};

    private StandingWeaviate weaviate;
    private PackagedApp app;
    private Http http;

    @BeforeEach
    void start() throws Exception {
        weaviate = new StandingWeaviate();
        app = PackagedApp.start(Map.of(
                "TEXT2VEC_ENGINE",
                "weaviate",
                "WEAVIATE_URL",
                weaviate.url(),
                "WEAVIATE_GRPC_URL",
                weaviate.url(),
                "LOG_FORMAT",
                "json"));
        String line = app.firstLine();
        while (!line.contains("http://")) {
            line = app.firstLine();
        }
        assertThat(line)
                .startsWith("{\"time\":\"")
                .contains("\"level\":\"info\"")
                .endsWith("}");
        http = new Http(URI.create(line.replaceAll(".*(http://[^\"]+).*", "$1")));
    }

    @AfterEach
    void end() {
        app.close();
        weaviate.close();
    }

    @Test
    void aSearchByNameReachesBothOfWeaviatesPortsAndTheLogWithItsTrace() throws Exception {
        assertThat(http.send("POST", "/search", "{\"collection\":\"Film\",\"bm25\":\"shark\"}", TRACED)
                        .statusCode())
                .as("Weaviate refuses it")
                .isEqualTo(422);
        assertTraced(weaviate.heard("/v1/schema"));
        assertTraced(weaviate.heard("/weaviate.v1.Weaviate/Search"));
        assertThat(lineWith("door=\\\"/search\\\""))
                .contains("\"level\":\"warning\"")
                .contains("\"trace_id\":\"" + ID + "\",\"span_id\":\"00f067aa0ba902b7\"");
    }

    @Test
    void whatIsPassedThroughKeepsItsTrace() throws Exception {
        http.get("/v1/objects?class=Film", TRACED);
        assertTraced(weaviate.heard("/v1/objects"));
    }

    @Test
    void aCallWithoutATraceBeginsOne() throws Exception {
        http.get("/v1/objects?class=Film");
        assertThat(weaviate.heard("/v1/objects")).singleElement().satisfies(request -> assertThat(
                        request.headers().get("traceparent"))
                .matches("00-[0-9a-f]{32}-[0-9a-f]{16}-00"));
    }

    private static void assertTraced(List<StandingWeaviate.Heard> requests) {
        assertThat(requests).isNotEmpty().allSatisfy(request -> {
            assertThat(request.headers().getAll("traceparent")).containsExactly(PARENT);
            assertThat(request.headers().getAll("tracestate")).containsExactly("rojo=1");
        });
    }

    private String lineWith(String words) throws Exception {
        String line = app.firstLine();
        while (!line.contains(words)) {
            line = app.firstLine();
        }
        return line;
    }
}
