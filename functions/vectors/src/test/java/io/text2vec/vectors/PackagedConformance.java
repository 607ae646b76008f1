package io.text2vec.vectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The reference's answers, asked of a packaged application under the reference's own switches: what lies between the wire
 * and the recipe changes nothing. The recipes themselves are compared, for every model, in the module of the runtime.
 */
@Timeout(60)
public abstract class PackagedConformance {
    private static final double FP32_COSINE = 0.9999;
    private static final double QUANTISED_COSINE = 0.99;
    private static final double NORM = 0.001;
    private static final ObjectMapper JSON = new ObjectMapper();

    /** One for all processes, because a library need not be unpacked for each. */
    @TempDir
    static Path cache;

    static Stream<ReferenceAnswers> pyTorchContainers() {
        return Stream.of("tiny-bert-cls", "tiny-dpr-question", "tiny-t5-dense")
                .flatMap(ReferenceAnswers::of)
                .filter(container -> container.graph().isEmpty());
    }

    @ParameterizedTest
    @MethodSource("pyTorchContainers")
    void aChosenRecipeAnswersAsTheReference(ReferenceAnswers container) throws Exception {
        ask(
                container,
                Map.of(
                        "TEXT2VEC_MODEL",
                        container.checkout().toString(),
                        "TEXT2VEC_RECIPE",
                        "reference-" + container.path(),
                        "TEXT2VEC_VARIANT",
                        "fp32"),
                FP32_COSINE);
    }

    static Stream<ReferenceAnswers> onnxContainers() {
        return ReferenceAnswers.of("tiny-bert-cls")
                .filter(container -> container.graph().isPresent());
    }

    @ParameterizedTest
    @MethodSource("onnxContainers")
    void anOnnxImagesModelDirectoryIsKnownByItself(ReferenceAnswers container, @TempDir Path model) throws Exception {
        container.layOutOnnxImage(model);
        ask(container, Map.of("TEXT2VEC_MODEL", model.toString()), QUANTISED_COSINE);
    }

    private static void ask(ReferenceAnswers container, Map<String, String> ours, double leastCosine) throws Exception {
        Map<String, String> environment = new HashMap<>(container.switches());
        environment.putAll(ours);
        environment.put("TEXT2VEC_CACHE", cache.toString());
        // The reference gives a text without a task none, as we do where queries are no function of their own.
        environment.put("TEXT2VEC_FUNCTION_TASK", "passage");
        try (PackagedApp app = PackagedApp.start(environment)) {
            Http http = app.client();
            JsonNode recipe = JSON.readTree(http.get("/meta").body()).at("/text2vec/recipe");
            assertThat(recipe.asText()).isEqualTo("reference-" + container.path());
            SoftAssertions softly = new SoftAssertions();
            for (JsonNode expected : container.cases()) {
                HttpResponse<String> answer = http.vectors(body(expected));
                softly.check(() -> check(expected, answer, leastCosine));
            }
            softly.assertAll();
        }
    }

    private static String body(JsonNode asked) throws IOException {
        ObjectNode body = JSON.createObjectNode().set("text", asked.path("text"));
        return JSON.writeValueAsString(body.set("config", asked.path("config")));
    }

    private static void check(JsonNode expected, HttpResponse<String> answer, double leastCosine) throws IOException {
        String id = expected.path("id").asText();
        JsonNode body = JSON.readTree(answer.body());
        if (expected.has("error")) {
            assertThat(answer.statusCode()).as("%s: status", id).isEqualTo(422);
            assertThat(body.path("error").asText()).as("%s: error", id).isNotBlank();
            return;
        }
        assertThat(answer.statusCode()).as("%s: %s", id, body.path("error")).isEqualTo(200);
        assertThat(body.path("text")).as("%s: text", id).isEqualTo(expected.path("text"));
        double[] vector = numbers(body.path("vector"));
        double[] reference = numbers(expected.path("vector"));
        assertThat(vector).as("%s: dimensions", id).hasSameSizeAs(reference);
        double norm = expected.path("norm").asDouble();
        assertThat(Math.sqrt(dot(vector, vector))).as("%s: norm", id).isCloseTo(norm, within(NORM * norm));
        assertThat(dot(vector, reference) / Math.sqrt(dot(vector, vector) * dot(reference, reference)))
                .as("%s: cosine", id)
                .isGreaterThanOrEqualTo(leastCosine);
    }

    private static double[] numbers(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .mapToDouble(JsonNode::asDouble)
                .toArray();
    }

    private static double dot(double[] a, double[] b) {
        return IntStream.range(0, a.length).mapToDouble(i -> a[i] * b[i]).sum();
    }
}
