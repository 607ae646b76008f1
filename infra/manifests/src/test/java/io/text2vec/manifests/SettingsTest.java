package io.text2vec.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every environment variable that a manifest, a compose file, a chart's values or a Dockerfile gives us is one that we read. */
class SettingsTest {
    private static final Set<String> READ = Settings.read();

    @Test
    void whatIsReadIsFound() {
        assertThat(READ)
                .contains(
                        "PORT",
                        "TEXT2VEC_CACHE",
                        "TEXT2VEC_RUNS",
                        "MODEL_NAME",
                        "WEAVIATE_URL",
                        "PERSISTENCE_DATA_PATH")
                .doesNotContain("TEXT2VEC_NOTHING", "DISABLE_TELEMETRY");
    }

    @Test
    void manifestsNameOnlyWhatIsRead() {
        List<String> names = Stream.concat(
                        Manifests.below(Manifests.KNATIVE).stream().map(Manifest::content), patches())
                .flatMap(content -> content.findValues("env").stream())
                .flatMap(JsonNode::valueStream)
                .map(variable -> variable.path("name").asText())
                .toList();
        assertThat(names).contains("TEXT2VEC_BODIES", "WEAVIATE_URL").isSubsetOf(READ);
    }

    /** JSON patches add single variables; each of their operations is read as a document. */
    @Test
    void patchesAddOnlyWhatIsRead() {
        assertThat(patches()
                        .filter(operation -> operation.path("path").asText().endsWith("/env/-"))
                        .map(operation -> operation.at("/value/name").asText()))
                .contains("ENABLE_CUDA", "TEXT2VEC_CACHE")
                .isSubsetOf(READ);
    }

    /** Of the images that are ours: Weaviate and nginx have settings of their own. */
    @Test
    void composeFilesNameOnlyWhatIsRead() throws IOException {
        List<String> names = Stream.concat(
                        services(Path.of("infra", "compose", "compose.yaml")),
                        services(Path.of("infra", "weaviate", "compose.override.yaml")))
                .filter(service -> service.path("image").asText().startsWith("text2vec/"))
                .flatMap(service -> service.path("environment").propertyStream())
                .map(variable -> variable.getKey())
                .toList();
        assertThat(names).contains("WEAVIATE_URL", "MODEL_NAME").isSubsetOf(READ);
    }

    /** Weaviate reads the same names for its module as our import and search do. */
    @Test
    void valuesOfTheChartNameOnlyWhatIsRead() {
        JsonNode values = Manifests.documents(
                        Manifests.ROOT.resolve(Path.of("infra", "weaviate", "values-knative.yaml")))
                .getFirst();
        assertThat(values.path("env").propertyStream().map(variable -> variable.getKey()))
                .contains("TRANSFORMERS_QUERY_INFERENCE_API")
                .filteredOn(name -> !name.equals("ENABLE_MODULES"))
                .isSubsetOf(READ);
    }

    @Test
    void dockerfilesSetOnlyWhatIsRead() {
        Pattern variable = Pattern.compile("([A-Z][A-Z0-9_]*)=");
        List<String> names = Manifests.files(Manifests.ROOT.resolve(Path.of("infra", "containers")), ".Dockerfile")
                .flatMap(SettingsTest::lines)
                .filter(line -> line.startsWith("ENV "))
                .flatMap(line -> variable.matcher(line).results())
                .map(found -> found.group(1))
                .toList();
        assertThat(names).contains("TEXT2VEC_CACHE", "MODEL_NAME").isSubsetOf(READ);
    }

    private static Stream<JsonNode> patches() {
        return Manifests.files(Manifests.KNATIVE, ".yaml")
                .flatMap(file -> Manifests.documents(file).stream())
                .filter(document -> document.has("op"));
    }

    /** With anchors and merge keys resolved, which Jackson leaves as they are. */
    private static Stream<JsonNode> services(Path file) throws IOException {
        return Compose.services(Manifests.ROOT.resolve(file));
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
