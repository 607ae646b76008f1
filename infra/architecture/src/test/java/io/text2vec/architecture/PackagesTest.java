package io.text2vec.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the picture doesn't show: which packages know which libraries, and that none go round in a circle. */
class PackagesTest {
    private static Picture picture;
    private static Modules modules;

    @BeforeAll
    static void read() throws IOException {
        Path root = Path.of(System.getProperty("text2vec.root"));
        picture = Picture.of(root.resolve("docs", "architecture.md"));
        modules = Modules.ofThisBuild();
    }

    @Test
    void packagesOfAModuleDoNotGoRoundInACircle() {
        assertThat(modules.names()).allSatisfy(module -> slices().assignedFrom(new Packages())
                .should()
                .beFreeOfCycles()
                .check(modules.of(module)));
    }

    @Test
    void collectionsKnowNeitherTransportNorStore() {
        noClasses()
                .that(modules.in(Set.of("collections")))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.vertx..",
                        "io.quarkus..",
                        "java.net.http..",
                        "jakarta.ws..",
                        "io.grpc..",
                        "com.google.protobuf..",
                        "io.weaviate..",
                        "org.apache.lucene..")
                .check(modules.all());
    }

    @Test
    void onlyTheEmbeddedEngineKnowsLucene() {
        noClasses()
                .that(not(modules.in(Set.of("engine-lucene"))))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.lucene..")
                .check(modules.all());
    }

    @Test
    void onlyWhatSpeaksGrpcKnowsWeaviatesMessages() {
        noClasses()
                .that(not(resideInAnyPackage(
                        "io.text2vec.weaviate.grpc..", "io.text2vec.cluster.grpc..", "io.text2vec.cluster.engine..")))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.weaviate..")
                .check(modules.all());
    }

    /** Which model there is, and how it makes vectors, they leave to whom {@code Embedder} finds. */
    @Test
    void doorsDecideNothingAboutModels() {
        noClasses()
                .that(modules.in(picture.groups().get("doors")))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.text2vec.runtime..", "io.text2vec.convert..", "io.text2vec.hub..")
                .check(modules.all());
    }
}
