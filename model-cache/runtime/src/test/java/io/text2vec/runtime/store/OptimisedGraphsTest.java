package io.text2vec.runtime.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import ai.onnxruntime.OrtSession.SessionOptions.OptLevel;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OptimisedGraphsTest {
    /** A flatbuffer may end in bytes that mean nothing, and still be right without them. */
    private static final int PADDING = 16;

    private static OrtEnvironment environment;

    @TempDir
    Path directory;

    private Path copies;
    private OptimisedGraphs graphs;

    @BeforeAll
    static void loadLibrary() {
        new NativeLibraries(CacheDirectory.at(Path.of("target/text2vec-cache"))).loadOnnxRuntime();
        environment = OrtEnvironment.getEnvironment();
    }

    @BeforeEach
    void openCache() {
        CacheDirectory cache = CacheDirectory.at(directory.resolve("cache"));
        copies = cache.path("graphs");
        graphs = new OptimisedGraphs(cache, environment);
    }

    @Test
    void theVectorsAreTheSameBitsWithoutCopyWithNewCopyAndFromCopy() throws Exception {
        Path graph = Unpacked.in(CacheDirectory.at(directory), Unpacked.GRAPH);
        float[] without;
        try (SessionOptions options = new SessionOptions()) {
            options.setOptimizationLevel(OptLevel.ALL_OPT);
            without = states(environment.createSession(graph.toString(), options));
        }

        assertThat(states(open(graph))).isEqualTo(without);
        Object key = keyOf(onlyCopy());
        assertThat(states(open(graph))).isEqualTo(without);
        assertThat(keyOf(onlyCopy())).isEqualTo(key);
    }

    @Test
    void theCopyIsReallyRead() throws Exception {
        Path graph = small("model.onnx", 1);
        plus(graph, 1);
        Path others = directory.resolve("others");
        new OptimisedGraphs(CacheDirectory.at(others), environment)
                .open(small("other.onnx", 2), SessionOptions::new)
                .close();

        Files.write(onlyCopy(), Files.readAllBytes(only(others.resolve("graphs"))));

        plus(graph, 2);
    }

    @Test
    void aCopyCutShortIsMadeAnew() throws Exception {
        Path graph = small("model.onnx", 1);
        plus(graph, 1);
        byte[] whole = Files.readAllBytes(onlyCopy());
        for (int length : new int[] {0, 3, whole.length / 2, whole.length - PADDING - 1}) {
            Files.write(onlyCopy(), Arrays.copyOf(whole, length));
            plus(graph, 1);
            assertThat(onlyCopy()).hasBinaryContent(whole);
        }
    }

    @Test
    void aCopyMayBeDeletedUnderASession() throws Exception {
        Path graph = small("model.onnx", 1);
        plus(graph, 1);
        try (OrtSession session = open(graph)) {
            Files.delete(onlyCopy());
            assertThat(add(session, 10)).isEqualTo(11);
        }
        plus(graph, 1);
        assertThat(onlyCopy()).isNotEmptyFile();
    }

    @Test
    void otherWeightsOfTheSameSizeAndTimeUnderTheSamePathAreNotMixedUp() throws Exception {
        plus(small("model.onnx", 1), 1);
        plus(small("model.onnx", 2), 2);

        assertThat(files(copies)).hasSize(2);
    }

    @Test
    void otherConfigurationEntriesHaveTheirOwnCopy() throws Exception {
        Path graph = small("model.onnx", 1);
        plus(graph, 1);
        graphs.open(graph, () -> {
                    SessionOptions options = new SessionOptions();
                    options.addConfigEntry("session.x64quantprecision", "1");
                    return options;
                })
                .close();

        assertThat(files(copies)).hasSize(2);
    }

    @Test
    void weightsInAnotherFileAreReadFromThereEveryTime() throws Exception {
        Path graph = Files.write(directory.resolve("model.onnx"), SmallGraph.referringTo("model.onnx_data"));
        Path data = directory.resolve("model.onnx_data");

        Files.write(data, SmallGraph.raw(1));
        plus(graph, 1);
        Files.write(data, SmallGraph.raw(2));
        plus(graph, 2);
        assertThat(copies).doesNotExist();
    }

    @Test
    void withoutADirectoryItIsOptimisedInMemory() throws Exception {
        Path file = Files.createFile(directory.resolve("file"));
        graphs = new OptimisedGraphs(CacheDirectory.at(file.resolve("cache")), environment);

        plus(small("model.onnx", 1), 1);
    }

    @Test
    void whatIsNoGraphFailsAndLeavesNothing() throws Exception {
        Path page = Files.writeString(directory.resolve("model.onnx"), "Not found", StandardCharsets.UTF_8);
        // Protobuf, and a graph as far as that goes, but of an operator that there isn't.
        String small = new String(SmallGraph.holding(1), StandardCharsets.ISO_8859_1);
        Path unknown = Files.writeString(
                directory.resolve("unknown.onnx"), small.replace("Add", "Odd"), StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> open(page)).isInstanceOf(OrtException.class);
        assertThatThrownBy(() -> open(unknown)).isInstanceOf(OrtException.class).hasMessageContaining("Odd");
        assertThatThrownBy(() -> open(directory.resolve("missing.onnx"))).isInstanceOf(IOException.class);
        assertThat(files(copies)).isEmpty();
    }

    private Path small(String name, float weight) throws IOException {
        Path graph = Files.write(directory.resolve(name), SmallGraph.holding(weight));
        return Files.setLastModifiedTime(graph, FileTime.from(Instant.EPOCH));
    }

    private OrtSession open(Path graph) throws OrtException, IOException {
        return graphs.open(graph, SessionOptions::new);
    }

    private void plus(Path graph, float weight) throws OrtException, IOException {
        try (OrtSession session = open(graph)) {
            assertThat(add(session, 10)).isEqualTo(10 + weight);
        }
    }

    private static float add(OrtSession session, float x) throws OrtException {
        try (OnnxTensor input = OnnxTensor.createTensor(environment, new float[] {x});
                OrtSession.Result result = session.run(Map.of("x", input))) {
            return ((float[]) result.get(0).getValue())[0];
        }
    }

    /** Runs a text model on arbitrary tokens, and closes it. */
    private static float[] states(OrtSession session) throws OrtException {
        long[][] ids = {LongStream.range(1_000, 1_020).toArray()};
        long[][] mask = {LongStream.range(0, 20).map(_ -> 1).toArray()};
        try (session;
                OnnxTensor tokens = OnnxTensor.createTensor(environment, ids);
                OnnxTensor ones = OnnxTensor.createTensor(environment, mask);
                OnnxTensor zeros = OnnxTensor.createTensor(environment, new long[1][20])) {
            Map<String, OnnxTensor> inputs = new HashMap<>();
            inputs.put("input_ids", tokens);
            inputs.put("attention_mask", ones);
            inputs.put("token_type_ids", zeros);
            try (OrtSession.Result result = session.run(inputs)) {
                FloatBuffer states = ((OnnxTensor) result.get(0)).getFloatBuffer();
                float[] copy = new float[states.remaining()];
                states.get(copy);
                return copy;
            }
        }
    }

    private static Object keyOf(Path file) throws IOException {
        return Files.readAttributes(file, "fileKey,lastModifiedTime");
    }

    private Path onlyCopy() throws IOException {
        return only(copies);
    }

    private static Path only(Path folder) throws IOException {
        List<Path> all = files(folder);
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    private static List<Path> files(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.toList();
        }
    }
}
