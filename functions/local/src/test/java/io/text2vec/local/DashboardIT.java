package io.text2vec.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.text2vec.local.Query.Match;
import io.text2vec.local.Query.Selector;
import io.text2vec.vectors.Http;
import io.text2vec.vectors.PackagedApp;
import io.vertx.grpc.common.GrpcStatus;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every query of the dashboard and the alert rules against what packaged applications say at {@code /q/metrics}, one with the
 * embedded engine and one before a Weaviate: each metric is there, with the labels that the query names, and a series
 * that it would choose. A status may be one that didn't happen here, if there is such a status.
 */
@Timeout(60)
class DashboardIT {
    private static final Path FOLDER = Path.of(System.getProperty("text2vec.root"), "infra/grafana");

    /** Labels that Prometheus adds when it scrapes. */
    private static final Set<String> OF_THE_TARGET = Set.of("job", "instance");

    private static final Set<String> OWN_WORDS = Set.of("gone", "unreached", "broken");

    private static Exposition said;

    @BeforeAll
    static void serve() throws Exception {
        List<String> metrics = new ArrayList<>();
        try (PackagedApp app = PackagedApp.start(Map.of("ENABLE_CACHE", "true"))) {
            Http http = app.client();
            while (http.vectors("{\"text\":\"hello\"}").statusCode() != 200) {
                Thread.onSpinWait();
            }
            film(http);
            http.send(
                    "POST", "/import", "{\"collection\":\"Film\",\"objects\":[{\"properties\":{\"title\":\"Jaws\"}}]}");
            http.send("POST", "/search", "{\"collection\":\"Film\",\"bm25\":\"jaws\"}");
            http.send(
                    "POST",
                    "/v1/batch/objects",
                    "{\"objects\":[{\"class\":\"Film\"}]}",
                    "Content-Type",
                    "application/json");
            metrics.add(http.get("/q/metrics").body());
        }
        try (StandingWeaviate weaviate = new StandingWeaviate();
                PackagedApp app = PackagedApp.start(Map.of(
                        "TEXT2VEC_ENGINE", "weaviate",
                        "WEAVIATE_URL", weaviate.url(),
                        "WEAVIATE_GRPC_URL", weaviate.url()))) {
            Http http = app.client();
            http.send("POST", "/search", "{\"collection\":\"Film\",\"bm25\":\"jaws\"}");
            metrics.add(http.get("/q/metrics").body());
        }
        said = Exposition.read(metrics);
    }

    private static void film(Http http) throws Exception {
        http.send(
                "POST",
                "/v1/schema",
                "{\"class\":\"Film\",\"vectorizer\":\"text2vec-transformers\"}",
                "Content-Type",
                "application/json");
    }

    static Stream<String> queries() throws Exception {
        List<String> queries = new ArrayList<>();
        for (JsonNode panel : dashboard().get("panels")) {
            panel.path("targets")
                    .forEach(target -> queries.add(target.get("expr").asText()));
        }
        queries.addAll(rules());
        return queries.stream();
    }

    private static JsonNode dashboard() throws Exception {
        return new ObjectMapper().readTree(FOLDER.resolve("dashboard.json").toFile());
    }

    private static List<String> rules() throws Exception {
        return Files.readAllLines(FOLDER.resolve("rules.yaml")).stream()
                .map(String::strip)
                .filter(line -> line.startsWith("expr: "))
                .map(line -> line.substring("expr: ".length()))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("queries")
    void aQueryAsksForWhatIsThere(String text) {
        Query query = Query.parse(text);
        assertThat(query.selectors()).isNotEmpty();
        for (Selector selector : query.selectors()) {
            List<Map<String, String>> series = said.series().get(selector.metric());
            assertThat(series).as("metric %s", selector.metric()).isNotNull();
            List<Match> own = selector.matches().stream()
                    .filter(match -> !OF_THE_TARGET.contains(match.label()))
                    .toList();
            for (Match match : own) {
                assertThat(series)
                        .as("label %s of %s", match.label(), selector.metric())
                        .anyMatch(labels -> labels.containsKey(match.label()));
                if (match.label().equals("status")) {
                    assertThat(match.value().split("\\|")).allMatch(DashboardIT::isStatus);
                }
            }
            assertThat(series).as("series of %s", selector).anyMatch(labels -> own.stream()
                    .filter(match -> !match.label().equals("status"))
                    .allMatch(match -> match.takes(labels)));
        }
        Set<String> labels = query.selectors().stream()
                .flatMap(selector -> said.series().get(selector.metric()).stream())
                .flatMap(each -> each.keySet().stream())
                .collect(Collectors.toSet());
        assertThat(query.grouped().stream().filter(label -> !OF_THE_TARGET.contains(label)))
                .isSubsetOf(labels);
    }

    @Test
    void everyRuleHasItsExpressionOnOneLineAndEveryPanelItsPlace() throws Exception {
        long alerts = Files.readAllLines(FOLDER.resolve("rules.yaml")).stream()
                .filter(line -> line.strip().startsWith("- alert: "))
                .count();
        assertThat(rules()).hasSize((int) alerts).isNotEmpty();

        Map<String, String> places = new HashMap<>();
        for (JsonNode panel : dashboard().get("panels")) {
            JsonNode at = panel.get("gridPos");
            String title = panel.get("title").asText();
            assertThat(at.get("x").asInt() + at.get("w").asInt()).as(title).isLessThanOrEqualTo(24);
            assertThat(places.put(at.get("x") + "," + at.get("y"), title))
                    .as(title)
                    .isNull();
        }
    }

    /** The descriptions of panels and rules name settings: these are ones that the documentation has. */
    @Test
    void everySettingThatIsNamedThereIsASetting() throws Exception {
        String readme = Files.readString(FOLDER.resolve("../../README.md"));
        String both =
                Files.readString(FOLDER.resolve("dashboard.json")) + Files.readString(FOLDER.resolve("rules.yaml"));
        assertThat(Arrays.stream(both.split("[^A-Z0-9_]+"))
                        .filter(word -> word.matches("(TEXT2VEC|TRANSFORMERS|ENABLE)_.*")))
                .isNotEmpty()
                .allMatch(word -> readme.contains("`" + word + "`"));
    }

    private static boolean isStatus(String word) {
        return word.matches("[1-5][0-9][0-9]")
                || OWN_WORDS.contains(word)
                || Arrays.stream(GrpcStatus.values())
                        .anyMatch(status -> status.name().equals(word));
    }
}
