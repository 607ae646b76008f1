package io.text2vec.manifests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What kustomize makes of base and overlays; skipped where neither it nor kubectl, which has it inside, is installed. */
class KustomizeTest {

    @ParameterizedTest
    @ValueSource(strings = {"base", "overlays/embedded", "overlays/weaviate", "overlays/gpu"})
    void everyFieldIsOneOfItsType(String folder) throws Exception {
        assertThat(build(folder)).isNotEmpty().allSatisfy(manifest -> assertThat(Models.read(manifest))
                .isNotNull());
    }

    /** A patch in the shape of a Knative Service puts its list of containers in place of the whole list. */
    @ParameterizedTest
    @ValueSource(strings = {"base", "overlays/embedded", "overlays/weaviate", "overlays/gpu"})
    void patchesLeaveProbesAndTheReadOnlyFileSystem(String folder) throws Exception {
        assertThat(build(folder).stream().filter(manifest -> manifest.pods().has("containers")))
                .isNotEmpty()
                .allSatisfy(manifest -> assertThat(manifest.pods().path("containers"))
                        .singleElement()
                        .satisfies(container -> {
                            assertThat(container
                                            .at("/readinessProbe/httpGet/path")
                                            .asText())
                                    .isEqualTo("/.well-known/ready");
                            assertThat(container
                                            .at("/livenessProbe/httpGet/path")
                                            .asText())
                                    .isEqualTo("/.well-known/live");
                            assertThat(container
                                            .at("/securityContext/readOnlyRootFilesystem")
                                            .asBoolean())
                                    .isTrue();
                            assertThat(container.at("/resources/limits/memory").asText())
                                    .isNotEmpty();
                        }));
    }

    @ParameterizedTest
    @ValueSource(strings = {"base", "overlays/embedded", "overlays/weaviate", "overlays/gpu"})
    void everythingHasOneNamespaceAndNoNameTwice(String folder) throws Exception {
        List<Manifest> built = build(folder);
        assertThat(built.stream().map(manifest -> manifest.type() + " " + manifest.name()))
                .doesNotHaveDuplicates();
        assertThat(built.stream()
                        .filter(manifest -> !manifest.kind().equals("Namespace"))
                        .map(manifest ->
                                manifest.content().at("/metadata/namespace").asText()))
                .isSubsetOf("text2vec", "kourier-system")
                .contains("text2vec");
    }

    @ParameterizedTest
    @ValueSource(strings = "overlays/gpu")
    void passagesAloneAskForACard(String folder) throws Exception {
        assertThat(build(folder).stream()
                        .filter(manifest ->
                                !limits(manifest).path("nvidia.com/gpu").isMissingNode())
                        .map(Manifest::name))
                .containsExactly("vectorize-passage");
    }

    private static JsonNode limits(Manifest manifest) {
        return manifest.pods().path("containers").path(0).at("/resources/limits");
    }

    private static List<Manifest> build(String folder) throws Exception {
        Optional<List<String>> kustomize = command();
        assumeTrue(kustomize.isPresent(), "neither kustomize nor kubectl is installed");
        return Manifests.built(kustomize.orElseThrow(), Manifests.KNATIVE.resolve(folder));
    }

    private static Optional<List<String>> command() {
        return Stream.of(List.of("kustomize", "build"), List.of("kubectl", "kustomize"))
                .filter(command -> Stream.of(System.getenv("PATH").split(":"))
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, command.getFirst()))))
                .findFirst();
    }
}
