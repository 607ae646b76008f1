package io.text2vec.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.text2vec.vectors.Http;
import io.text2vec.vectors.PackagedApp;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The packaged application with its vectors made by two packaged functions, each with one half of a DPR pair. The halves
 * have vectors of different lengths, which {@code dimensions} makes one.
 */
@Timeout(60)
class VectorizersApartIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int DIMENSIONS = 16;
    private static final int MANY = 40;

    private static PackagedApp passages;
    private static PackagedApp queries;
    private static Http passage;
    private static Http query;

    @BeforeAll
    static void startBoth() throws IOException {
        passages = start("vectorize-passage", "tiny-dpr-ctx");
        queries = start("vectorize-query", "tiny-dpr-question");
        passage = passages.client();
        query = queries.client();
    }

    private static PackagedApp start(String application, String model) throws IOException {
        Path root = Path.of(System.getProperty("text2vec.root"));
        Path folder = root.resolve("functions").resolve(application).resolve("target/quarkus-app");
        assertThat(folder).as("package functions/%s first", application).exists();
        Path models = root.resolve("model-cache/runtime/src/test/resources/models");
        return PackagedApp.start(
                folder, Map.of("TEXT2VEC_MODEL", models.resolve(model).toString()));
    }

    @AfterAll
    static void stopBoth() {
        passages.close();
        queries.close();
    }

    private static String url(Http function) {
        return "http://127.0.0.1:" + function.base().getPort();
    }

    private static PackagedApp local(String... settings) throws IOException {
        Map<String, String> environment = new HashMap<>();
        for (int i = 0; i < settings.length; i += 2) {
            environment.put(settings[i], settings[i + 1]);
        }
        return PackagedApp.start(environment);
    }

    private static PackagedApp pair() throws IOException {
        return local(
                "TRANSFORMERS_PASSAGE_INFERENCE_API", url(passage), "TRANSFORMERS_QUERY_INFERENCE_API", url(query));
    }

    private static void film(Http http, String settings) throws Exception {
        assertThat(http.send("POST", "/v1/schema", """
                {"class":"Film","vectorizer":"text2vec-transformers","vectorIndexConfig":{"distance":"dot"},
                 "moduleConfig":{"text2vec-transformers":{"vectorizeClassName":false%s}},
                 "properties":[{"name":"title","dataType":["text"]}]}""".formatted(settings)).statusCode())
                .isEqualTo(200);
    }

    private static String batch(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj("{\"class\":\"Film\",\"properties\":{\"title\":\"film %d\"}}"::formatted)
                .collect(Collectors.joining(",", "{\"objects\":[", "]}"));
    }

    private static JsonNode json(HttpResponse<String> answer) throws IOException {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private static float[] vector(Http function, String text, String task) throws Exception {
        JsonNode vector =
                json(function.vectors("""
                        {"text":"%s","config":{"task_type":"%s","dimensions":%d}}""".formatted(text, task, DIMENSIONS))).get("vector");
        float[] floats = new float[vector.size()];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = vector.get(i).floatValue();
        }
        return floats;
    }

    private static double dot(float[] a, float[] b) {
        return IntStream.range(0, a.length).mapToDouble(i -> a[i] * b[i]).sum();
    }

    /** For vectors of several texts, that were answered. */
    private static double requests(Http function) throws Exception {
        String counted = "text2vec_requests_seconds_count{door=\"/v1/embeddings\",status=\"200\"} ";
        return function.get("/q/metrics")
                .body()
                .lines()
                .filter(line -> line.startsWith(counted))
                .mapToDouble(line -> Double.parseDouble(line.substring(counted.length())))
                .sum();
    }

    @Test
    void aPairOfModelsImportsAndSearches() throws Exception {
        try (PackagedApp app = pair()) {
            Http http = app.client();
            film(http, ",\"dimensions\":" + DIMENSIONS);
            double before = requests(passage);

            JsonNode imported = json(http.send("POST", "/v1/batch/objects", batch(0, MANY)));
            assertThat(imported)
                    .hasSize(MANY)
                    .allMatch(each -> each.at("/result/status").asText().equals("SUCCESS"));

            JsonNode found = json(http.send("POST", "/search", """
                    {"collection":"Film","nearText":"a film","limit":40,"vector":true}""")).get("objects");
            assertThat(found).hasSize(MANY);
            float[] asked = vector(query, "a film", "query");
            for (JsonNode each : found) {
                float[] stored = vector(passage, each.at("/properties/title").asText(), "passage");
                assertThat(each.get("distance").asDouble()).isCloseTo(-dot(asked, stored), within(1e-4));
            }
            assertThat(requests(passage) - before).as("texts come together").isEqualTo(2);
        }
    }

    @Test
    void noModelIsLoadedWhereAllVectorsComeFromElsewhere() throws Exception {
        try (PackagedApp app = pair()) {
            String line = app.firstLine();
            Http http = new Http(URI.create(line.substring(line.indexOf("http://"))));

            assertThat(line).contains("No model in this process").contains("vectors by 127.0.0.1:");
            assertThat(http.get("/v1/.well-known/ready").statusCode()).isEqualTo(200);
            assertThat(http.vectors("{\"text\":\"x\"}").statusCode()).isEqualTo(501);
            assertThat(http.get("/meta").statusCode()).isEqualTo(501);
            JsonNode module = json(http.get("/v1/meta")).at("/modules/text2vec-transformers");
            assertThat(module.at("/passage/hidden_size").asInt()).isEqualTo(32);
            assertThat(module.at("/query/hidden_size").asInt()).isEqualTo(48);
            Path maps = Path.of("/proc/%d/maps".formatted(app.process().pid()));
            if (Files.exists(maps)) {
                assertThat(Files.readString(maps)).contains("libjvm").doesNotContain("onnxruntime");
            }
        }
    }

    @Test
    void lengthsThatDifferAreAnErrorThatNamesBoth() throws Exception {
        try (PackagedApp app = pair()) {
            Http http = app.client();
            film(http, "");
            json(http.send("POST", "/v1/batch/objects", batch(0, 1)));

            HttpResponse<String> answer =
                    http.send("POST", "/search", "{\"collection\":\"Film\",\"nearText\":\"a film\"}");

            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body()).contains("has 32 numbers").contains("has 24");
        }
    }

    @Test
    void aClassMayNameAListedVectorizerBesideTheModelOfTheProcess() throws Exception {
        try (PackagedApp app = local(
                "TEXT2VEC_INFERENCE_HOSTS",
                "127.0.0.1:%d".formatted(passage.base().getPort()))) {
            Http http = app.client();
            film(http, ",\"inferenceUrl\":\"%s\"".formatted(url(passage)));
            json(http.send("POST", "/v1/batch/objects", batch(0, 3)));

            JsonNode found = json(http.send("POST", "/search", """
                    {"collection":"Film","nearText":"film 2","limit":3,"vector":true}""")).get("objects");

            assertThat(found).hasSize(3);
            assertThat(http.vectors("{\"text\":\"x\"}").body()).contains("\"dim\":384");
        }
    }

    @Test
    void aHostThatIsNotListedIsRefusedWhenItIsUsed() throws Exception {
        try (PackagedApp app = local()) {
            Http http = app.client();
            film(http, ",\"inferenceUrl\":\"%s\"".formatted(url(passage)));

            JsonNode imported = json(http.send("POST", "/v1/batch/objects", batch(0, 2)));
            assertThat(imported)
                    .allMatch(each ->
                            each.at("/result/errors/error/0/message").asText().contains("TEXT2VEC_INFERENCE_HOSTS"));
            HttpResponse<String> found =
                    http.send("POST", "/search", "{\"collection\":\"Film\",\"nearText\":\"a film\"}");
            assertThat(found.statusCode()).isEqualTo(422);
            assertThat(found.body()).contains("TEXT2VEC_INFERENCE_HOSTS");
        }
    }

    @Test
    void whereNobodyAnswersNothingIsStoredAndTheCallIsUnavailable() throws Exception {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        try (PackagedApp app = local(
                "TRANSFORMERS_INFERENCE_API", "http://127.0.0.1:" + free, "TRANSFORMERS_WAIT_FOR_STARTUP", "false")) {
            Http http = app.client();
            film(http, "");

            HttpResponse<String> answer = http.send("POST", "/v1/batch/objects", batch(0, 100));

            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body()).contains("127.0.0.1:" + free).contains("TRANSFORMERS_INFERENCE_API");
            assertThat(json(http.get("/v1/objects?class=Film")).get("objects")).isEmpty();
        }
    }

    @Test
    void theModelOfACollectionStaysThoughItsVectorsAreMadeElsewhere(@TempDir Path data) throws Exception {
        try (PackagedApp app =
                local("TRANSFORMERS_INFERENCE_API", url(passage), "PERSISTENCE_DATA_PATH", data.toString())) {
            Http http = app.client();
            film(http, ",\"dimensions\":" + DIMENSIONS);
            json(http.send("POST", "/v1/batch/objects", batch(0, 2)));
            app.terminate();
            assertThat(app.process().waitFor()).isPositive();
        }
        try (PackagedApp app =
                local("TRANSFORMERS_INFERENCE_API", url(query), "PERSISTENCE_DATA_PATH", data.toString())) {
            HttpResponse<String> found =
                    app.client().send("POST", "/search", "{\"collection\":\"Film\",\"nearText\":\"a film\"}");
            assertThat(found.statusCode()).isEqualTo(422);
            assertThat(found.body()).contains("tiny-dpr-ctx").contains("tiny-dpr-question");
        }
    }

    @Test
    void addressesThatDoNotGoTogetherEndTheStart() throws Exception {
        try (PackagedApp app =
                local("TRANSFORMERS_INFERENCE_API", url(passage), "TRANSFORMERS_QUERY_INFERENCE_API", url(query))) {
            assertThat(app.errors())
                    .startsWith("Can't start: TRANSFORMERS_INFERENCE_API")
                    .hasLineCount(1);
            assertThat(app.process().waitFor()).isEqualTo(1);
        }
    }
}
