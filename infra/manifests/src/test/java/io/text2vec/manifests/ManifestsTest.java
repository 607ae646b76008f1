package io.text2vec.manifests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The manifests as they are written; {@link KustomizeTest} has what is made of them. */
class ManifestsTest {

    static List<Manifest> manifests() {
        return Manifests.below(Manifests.KNATIVE).stream()
                .filter(manifest -> !manifest.isForKustomize())
                .toList();
    }

    static List<Manifest> kustomizations() {
        return Manifests.below(Manifests.KNATIVE).stream()
                .filter(Manifest::isForKustomize)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("manifests")
    void everyFieldIsOneOfItsType(Manifest manifest) throws Exception {
        assertThat(Models.read(manifest).getMetadata().getName()).isNotBlank();
    }

    @Test
    void aFieldThatNoTypeHasFails() throws Exception {
        JsonNode misspelt = Manifests.documents("""
                apiVersion: serving.knative.dev/v1
                kind: Service
                metadata: {name: any}
                spec: {template: {spec: {containers: [{image: any, readynessProbe: {}}]}}}
                """).getFirst();
        assertThatExceptionOfType(UnrecognizedPropertyException.class)
                .isThrownBy(() -> Models.read(new Manifest("any", misspelt)))
                .withMessageContaining("readynessProbe");
    }

    @ParameterizedTest
    @MethodSource("kustomizations")
    void everyFileOfAKustomizationIsThere(Manifest kustomization) {
        Path folder = Manifests.ROOT.resolve(kustomization.origin()).getParent();
        JsonNode content = kustomization.content();
        assertThat(Stream.concat(
                        content.path("resources").valueStream(),
                        content.path("patches").valueStream().map(patch -> patch.path("path"))))
                .isNotEmpty()
                .allSatisfy(path -> assertThat(folder.resolve(path.asText())).matches(Files::exists, "exists"));
    }

    /** Another replica would ask for the data directory of the first, and never start. */
    @Test
    void whatOwnsAVolumeRunsOnce() {
        assertThat(manifests().stream().filter(manifest -> manifest.kind().equals("StatefulSet")))
                .singleElement()
                .satisfies(local -> {
                    JsonNode spec = local.content().path("spec");
                    assertThat(spec.path("replicas").asInt()).isEqualTo(1);
                    assertThat(spec.at("/volumeClaimTemplates/0/spec/accessModes")
                                    .toString())
                            .isEqualTo("[\"ReadWriteOncePod\"]");
                });
    }

    @Test
    void aRouteRewritesTheHostToAFunctionThatIsThere() throws Exception {
        List<String> functions = manifests().stream()
                .filter(manifest -> manifest.type().equals("serving.knative.dev/v1 Service"))
                .map(manifest -> manifest.name() + ".text2vec.svc.cluster.local")
                .toList();
        List<Manifest> routes = manifests().stream()
                .filter(manifest -> manifest.origin().contains("weaviate")
                        && manifest.kind().equals("HTTPRoute"))
                .toList();
        assertThat(routes).hasSize(3);
        for (Manifest route : routes) {
            assertThat(((HTTPRoute) Models.read(route)).getSpec().getRules()).allSatisfy(rule -> {
                assertThat(rule.getFilters()).hasSize(1);
                assertThat(rule.getFilters().getFirst().getUrlRewrite().getHostname())
                        .isIn(functions);
            });
        }
    }

    @Test
    void aTriggerNamesAnEventOfTheFunctionThatItSendsTo() {
        assertThat(manifests().stream().filter(manifest -> manifest.kind().equals("Trigger")))
                .hasSize(3)
                .allSatisfy(trigger -> assertThat(trigger.content()
                                .at("/spec/filter/attributes/type")
                                .asText())
                        .isEqualTo("text2vec."
                                + trigger.content()
                                        .at("/spec/subscriber/ref/name")
                                        .asText()));
    }
}
