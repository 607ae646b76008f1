package io.text2vec.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.text2vec.hub.ChildJvm;
import io.text2vec.hub.ChildJvm.End;
import io.text2vec.hub.FakeHub;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands as processes, as ./text2vec starts them, with a hub on this machine. */
class CommandsTest {
    private static final Path MODELS = Path.of(
            System.getProperty("text2vec.root"), "model-cache", "runtime", "src", "test", "resources", "models");
    private static final Path BERT = MODELS.resolve("tiny-bert-cls");
    private static final Path WEIGHTS = Path.of(
            System.getProperty("text2vec.root"),
            "model-cache/convert/src/test/resources/models/tiny-bert-cls/model.safetensors");

    @TempDir
    Path directory;

    private final Map<String, String> environment = new HashMap<>();

    private End run(String... arguments) throws IOException, InterruptedException {
        environment.put("TEXT2VEC_CACHE", directory.resolve("cache").toString());
        environment.put("HF_HOME", directory.resolve("home").toString());
        environment.putIfAbsent("HF_HUB_OFFLINE", "1");
        return ChildJvm.start(Main.class, environment, arguments).end();
    }

    private FakeHub hub() throws IOException {
        FakeHub hub = new FakeHub("org/tiny").withAll(BERT).with("README.md", "---\nlicense: apache-2.0\n---\n");
        environment.put("HF_ENDPOINT", hub.endpoint());
        environment.put("HF_HUB_OFFLINE", "0");
        return hub;
    }

    private static JsonNode json(String text) throws IOException {
        return new ObjectMapper().readTree(text);
    }

    @Test
    void helpNamesTheCommands() throws IOException, InterruptedException {
        End end = run("--help");
        assertThat(end.status()).isZero();
        assertThat(end.said()).contains("pull", "inspect", "convert", "embed");
    }

    @Test
    void whatMakesNoSenseIsAnsweredWithTheUsage() throws IOException, InterruptedException {
        End end = run("pull");
        assertThat(end.status()).isEqualTo(2);
        assertThat(end.errors()).contains("MODEL", "Usage: text2vec pull");
    }

    @Test
    void pullPrintsWhereTheModelIsAndPlainLinesAboutTheWay() throws IOException, InterruptedException {
        try (FakeHub hub = hub()) {
            End end = run("pull", "org/tiny", "--variant", "fp32");
            assertThat(end.status()).as(end.errors()).isZero();
            assertThat(Path.of(end.said().strip()).resolve("onnx/model.onnx")).exists();
            assertThat(end.errors())
                    .contains(
                            "Pulling org/tiny at " + FakeHub.COMMIT, "  onnx/model.onnx", "graph onnx/model.onnx (fp32")
                    .doesNotContain("\r");
            assertThat(run("pull", "org/tiny", "--variant", "fp32").errors()).contains("nothing to fetch");
            assertThat(hub.requests("safetensors")).isZero();
        }
    }

    @Test
    void pullTellsAFailureInOneSentence() throws IOException, InterruptedException {
        try (FakeHub hub = hub()) {
            hub.fail("/revision/main", FakeHub.status(403, "X-Error-Code", "GatedRepo"));
            End end = run("pull", "org/tiny");
            assertThat(end.status()).isEqualTo(1);
            assertThat(end.errors()).hasLineCount(1).contains("gated");
        }
    }

    @Test
    void pullMakesAVariantThatTheModelLacks() throws IOException, InterruptedException {
        try (FakeHub hub = hub().with("model.safetensors", Files.readAllBytes(WEIGHTS))) {
            End end = run("pull", "org/tiny", "--variant", "avx512_vnni");
            assertThat(end.status()).as(end.errors()).isZero();
            assertThat(Path.of(end.said().strip()).resolve("onnx/model_qint8_avx512_vnni.onnx"))
                    .exists();
            assertThat(end.errors()).contains("made of the model's model.safetensors");
            assertThat(hub.requests("onnx/model.onnx")).isZero();
        }
    }

    private Path weightsOnly() throws IOException {
        Path model = Files.createDirectory(directory.resolve("weights-only"));
        for (String file : List.of("config.json", "tokenizer.json", "tokenizer_config.json")) {
            Files.copy(BERT.resolve(file), model.resolve(file));
        }
        Files.copy(WEIGHTS, model.resolve("model.safetensors"));
        return model;
    }

    @Test
    void convertMakesTheGraphOfADirectoryThatHasOnlyWeightsAndReplacesNone() throws IOException, InterruptedException {
        Path model = weightsOnly();
        assertThat(run("inspect", model.toString()).said()).contains("made of its weights");
        End end = run("convert", model.toString());
        assertThat(end.status()).as(end.errors()).isZero();
        assertThat(Path.of(end.said().strip()))
                .isEqualTo(model.resolve("onnx/model.onnx"))
                .exists();
        End again = run("convert", model.toString());
        assertThat(again.status()).isEqualTo(1);
        assertThat(again.errors()).hasLineCount(1).contains("is there already");
        Path elsewhere = directory.resolve("elsewhere");
        assertThat(run("convert", model.toString(), "-o", elsewhere.toString(), "--variant", "avx2")
                        .status())
                .isZero();
        assertThat(elsewhere.resolve("onnx/model_quint8_avx2.onnx")).exists();
    }

    @Test
    void embedRunsADirectoryThatHasOnlyWeights() throws IOException, InterruptedException {
        Path texts = Files.writeString(directory.resolve("texts.txt"), "one\n");
        End made = run("embed", weightsOnly().toString(), "-i", texts.toString());
        assertThat(made.status()).as(made.errors()).isZero();
        assertThat(json(made.said()).path("vector")).hasSize(32);
    }

    @Test
    void inspectTellsWhatADirectoryIs() throws IOException, InterruptedException {
        JsonNode found = json(run("inspect", MODELS.resolve("tiny-t5-dense").toString(), "--json")
                .said());
        assertThat(found.path("family").asText()).isEqualTo("T5 encoder");
        assertThat(found.path("dimensions").asInt()).isEqualTo(24);
        assertThat(found.path("pooling").asText()).isEqualTo("mean, dense, normalised");
        assertThat(found.path("graph").asText()).isEqualTo("onnx/model.onnx");
        assertThat(found.path("files").path("config.json").asInt()).isPositive();
    }

    @Test
    void inspectOfAModelThatIsNotHereFetchesItsDescriptionOnly() throws IOException, InterruptedException {
        try (FakeHub hub = hub()) {
            String text = run("inspect", "org/tiny", "--variant", "fp32").said();
            assertThat(text)
                    .contains("org/tiny at " + FakeHub.COMMIT, "BERT", "apache-2.0", "cls, normalised", "not pulled")
                    .contains("Represent this sentence for searching relevant passages: ");
            assertThat(hub.requests("onnx")).isZero();
        }
    }

    @Test
    void inspectKnowsTheRecipeOfAPublishedImage() throws IOException, InterruptedException {
        try (FakeHub hub = new FakeHub("BAAI/bge-small-en-v1.5").withAll(BERT)) {
            environment.put("HF_ENDPOINT", hub.endpoint());
            environment.put("HF_HUB_OFFLINE", "0");
            assertThat(run("inspect", "baai-bge-small-en-v1.5-latest").said()).contains("reference-hf", "fp32");
        }
    }

    @Test
    void embedWritesAVectorALineInTheOrderOfTheTexts() throws IOException, InterruptedException {
        Path texts = Files.writeString(
                directory.resolve("texts.jsonl"), "{\"id\":\"a\",\"text\":\"one\"}\n{\"text\":\"two\"}\n");
        End end = run("embed", BERT.toString(), "-i", texts.toString());
        assertThat(end.status()).as(end.errors()).isZero();
        List<String> lines = end.said().lines().toList();
        assertThat(lines).hasSize(2);
        assertThat(json(lines.get(0)).path("id").asText()).isEqualTo("a");
        assertThat(json(lines.get(1)).path("id").asInt()).isEqualTo(2);
        assertThat(json(lines.get(0)).path("vector")).hasSize(32);
        assertThat(end.errors()).contains("tiny-bert-cls, recipe declared", "2 texts in");
    }

    @Test
    void embedWritesTheSameNumbersAsBytes() throws IOException, InterruptedException {
        Path texts = Files.writeString(directory.resolve("texts.txt"), "one\n");
        Path vectors = directory.resolve("vectors");
        End text = run("embed", BERT.toString(), "-i", texts.toString(), "--task", "query");
        run(
                "embed",
                BERT.toString(),
                "-i",
                texts.toString(),
                "--task",
                "query",
                "--format",
                "binary",
                "-o",
                vectors.toString());
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(vectors)).order(ByteOrder.LITTLE_ENDIAN);
        JsonNode vector = json(text.said()).path("vector");
        assertThat(bytes.remaining()).isEqualTo(32 * Float.BYTES);
        for (JsonNode number : vector) {
            assertThat(bytes.getFloat()).isEqualTo(Float.parseFloat(number.asText()));
        }
    }

    @Test
    void embedPullsAModelByItsName() throws IOException, InterruptedException {
        Path texts = Files.writeString(directory.resolve("texts.txt"), "one\ntwo\nthree\n");
        try (FakeHub hub = hub()) {
            environment.put("TEXT2VEC_MODEL", "/nowhere");
            End end = run("embed", "org/tiny", "--variant", "fp32", "-i", texts.toString());
            assertThat(end.status()).as(end.errors()).isZero();
            assertThat(end.said().lines()).hasSize(3);
            assertThat(end.errors()).contains("org/tiny@c0ffeec, recipe declared");
            assertThat(hub.requests("/api/")).isEqualTo(1);
        }
    }
}
