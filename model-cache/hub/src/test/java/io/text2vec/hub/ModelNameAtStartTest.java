package io.text2vec.hub;

import static org.assertj.core.api.Assertions.assertThat;

import io.text2vec.embedder.EmbedRequest;
import io.text2vec.embedder.Embedder;
import io.text2vec.embedder.ModelInfo;
import io.text2vec.embedder.SharedEmbedder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The embedder of a process whose environment names a model. */
class ModelNameAtStartTest {
    private static final Path MODELS = Path.of(
            System.getProperty("text2vec.root"), "model-cache", "runtime", "src", "test", "resources", "models");

    @TempDir
    Path directory;

    /** Starts as an application does, embeds a text and tells how. */
    static final class Main {
        private Main() {}

        public static void main(String[] arguments) {
            try (Embedder embedder = SharedEmbedder.get()) {
                ModelInfo model = embedder.loaded().join();
                System.out.println("name=" + model.name());
                System.out.println("recipe=" + model.recipe());
                System.out.println("phases=" + model.phases().keySet());
                System.out.println("vector="
                        + Arrays.toString(embedder.embed(EmbedRequest.query("a text"))
                                .join()
                                .vector()));
            } catch (CompletionException e) {
                System.out.println("failure=" + e.getCause().getMessage());
            }
        }
    }

    /** Closes its embedder when it is told to, whatever that does. */
    static final class Closing {
        private Closing() {}

        public static void main(String[] arguments) throws IOException {
            Embedder embedder = SharedEmbedder.get();
            System.in.read();
            embedder.close();
            System.out.println("closed");
        }
    }

    /** A model of the tests under the name of a real one, with its quantised graphs as hubs call them. */
    private static FakeHub hub(String id, String model) throws IOException {
        FakeHub hub = new FakeHub(id);
        Path files = MODELS.resolve(model);
        hub.withAll(files);
        Path quantised = files.resolve("onnx/model_quantized.onnx");
        if (Files.exists(quantised)) {
            hub.with("onnx/model_quint8_avx2.onnx", Files.readAllBytes(quantised));
            hub.with("onnx/model_qint8_arm64.onnx", Files.readAllBytes(quantised));
        }
        return hub;
    }

    private Map<String, String> start(FakeHub hub, String... namesAndValues) throws IOException, InterruptedException {
        Map<String, String> environment = new HashMap<>(Map.of(
                "HF_ENDPOINT", hub.endpoint(),
                "HF_HOME", directory.resolve("home").toString(),
                "TEXT2VEC_CACHE", directory.resolve("cache").toString()));
        for (int i = 0; i < namesAndValues.length; i += 2) {
            environment.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return ChildJvm.start(Main.class, environment).told();
    }

    @Test
    void aModelIsPulledAndItsVectorsAreThoseOfItsDirectory() throws IOException, InterruptedException {
        try (FakeHub hub = hub("org/tiny", "tiny-bert-cls")) {
            Map<String, String> pulled = start(hub, "MODEL_NAME", "org/tiny", "TEXT2VEC_VARIANT", "fp32");
            assertThat(pulled.get("all")).contains("Pulling org/tiny", "fetched in", "asked for");
            assertThat(pulled).containsEntry("name", "org/tiny@c0ffeec").containsEntry("recipe", "declared");
            assertThat(pulled.get("phases")).contains("pull");
            Map<String, String> plain = start(
                    hub,
                    "TEXT2VEC_MODEL",
                    MODELS.resolve("tiny-bert-cls").toString(),
                    "MODEL_NAME",
                    "org/other",
                    "TEXT2VEC_VARIANT",
                    "fp32");
            assertThat(plain).containsEntry("name", "tiny-bert-cls").containsEntry("vector", pulled.get("vector"));
            assertThat(plain.get("phases")).doesNotContain("pull");
        }
    }

    @Test
    void theSecondStartAsksNobody() throws IOException, InterruptedException {
        try (FakeHub hub = hub("org/tiny", "tiny-bert-mean")) {
            String first = start(hub, "MODEL_NAME", "org/tiny").get("vector");
            int before = hub.requests().size();
            Map<String, String> second = start(hub, "MODEL_NAME", "org/tiny");
            assertThat(second).containsEntry("vector", first);
            assertThat(second.get("all")).contains("nothing fetched");
            assertThat(hub.requests()).hasSize(before);
        }
    }

    @Test
    void aQuantisedImagesTagGivesItsGraphAndItsRecipe() throws IOException, InterruptedException {
        try (FakeHub hub = hub("BAAI/bge-small-en-v1.5", "tiny-bert-cls")) {
            Map<String, String> image = start(
                    hub, "MODEL_NAME", "semitechnologies/transformers-inference:baai-bge-small-en-v1.5-onnx-1.9.0");
            assertThat(image).containsEntry("recipe", "reference-onnx");
            Map<String, String> plain = start(
                    hub,
                    "TEXT2VEC_MODEL",
                    MODELS.resolve("tiny-bert-cls").toString(),
                    "TEXT2VEC_RECIPE",
                    "reference-onnx");
            assertThat(image).containsEntry("vector", plain.get("vector"));
        }
    }

    @Test
    void theOtherImagesTagsGiveThePlainGraphAndTheirRecipe() throws IOException, InterruptedException {
        try (FakeHub hub = hub("BAAI/bge-small-en-v1.5", "tiny-bert-cls")) {
            assertThat(start(hub, "MODEL_NAME", "baai-bge-small-en-v1.5")).containsEntry("recipe", "reference-hf");
            assertThat(hub.requests("quint8")).isZero();
        }
        try (FakeHub hub = hub("sentence-transformers/gtr-t5-base", "tiny-t5-dense")) {
            assertThat(start(hub, "MODEL_NAME", "sentence-transformers-gtr-t5-base-latest"))
                    .containsEntry("recipe", "reference-sentence-transformers");
        }
    }

    @Test
    void theE5ImagePutsTheTaskInFrontByItself() throws IOException, InterruptedException {
        try (FakeHub hub = hub("intfloat/multilingual-e5-large", "tiny-xlmr-mean")) {
            Map<String, String> image = start(hub, "MODEL_NAME", "intfloat-multilingual-e5-large");
            Map<String, String> plain = start(
                    hub,
                    "TEXT2VEC_MODEL",
                    MODELS.resolve("tiny-xlmr-mean").toString(),
                    "TEXT2VEC_RECIPE",
                    "reference-sentence-transformers",
                    "USE_QUERY_PASSAGE_PREFIXES",
                    "true",
                    "TEXT2VEC_VARIANT",
                    "fp32");
            assertThat(image).containsEntry("vector", plain.get("vector"));
        }
    }

    @Test
    void offlineAModelThatIsNotHereEndsTheStartWithASentence() throws IOException, InterruptedException {
        try (FakeHub hub = hub("org/tiny", "tiny-bert-mean")) {
            assertThat(start(hub, "MODEL_NAME", "org/tiny", "TEXT2VEC_OFFLINE", "1")
                            .get("failure"))
                    .contains("org/tiny", "TEXT2VEC_OFFLINE", "text2vec pull");
            assertThat(hub.requests()).isEmpty();
        }
    }

    /** A function that is told to stop must not wait for gigabytes. */
    @Test
    void closingEndsAPullThatIsUnderWay() throws IOException, InterruptedException {
        try (FakeHub hub = hub("org/tiny", "tiny-bert-mean")) {
            hub.fail("blobs/onnx/model.onnx", FakeHub.silentAfter(10));
            ChildJvm child = ChildJvm.start(
                    Closing.class,
                    Map.of(
                            "MODEL_NAME",
                            "org/tiny",
                            "TEXT2VEC_VARIANT",
                            "fp32",
                            "HF_ENDPOINT",
                            hub.endpoint(),
                            "HF_HUB_DOWNLOAD_TIMEOUT",
                            "3600",
                            "HF_HOME",
                            directory.resolve("home").toString(),
                            "TEXT2VEC_CACHE",
                            directory.resolve("cache").toString()));
            while (hub.requests("blobs/onnx/model.onnx") == 0) {
                assertThat(child.process().isAlive()).isTrue();
                child.process().waitFor(20, TimeUnit.MILLISECONDS);
            }
            child.process().outputWriter().append('\n').flush();
            assertThat(child.process().waitFor(1, TimeUnit.MINUTES)).isTrue();
            assertThat(child.said()).contains("closed");
        }
    }

    @Test
    void aModelThatIsRefusedSaysWhy() throws IOException, InterruptedException {
        try (FakeHub hub = hub("org/tiny", "tiny-bert-mean")) {
            assertThat(start(hub, "MODEL_NAME", "eurobert-eurobert-210m").get("failure"))
                    .contains("Python code");
        }
    }
}
