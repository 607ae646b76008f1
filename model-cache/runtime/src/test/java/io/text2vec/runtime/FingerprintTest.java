package io.text2vec.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.text2vec.runtime.store.CacheDirectory;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FingerprintTest {
    @TempDir
    static Path cacheDirectory;

    @TempDir
    Path directory;

    private Path model;

    @BeforeEach
    void copyAModel() throws IOException, URISyntaxException {
        model = copy(fixture("tiny-bert-mean"), "model");
    }

    @Test
    void aCopyElsewhereWithOtherTimesHasTheSame() throws IOException {
        Path copy = copy(model, "elsewhere");
        Files.setLastModifiedTime(
                copy.resolve("onnx/model.onnx"), FileTime.from(Instant.parse("2020-01-02T03:04:05Z")));

        assertThat(fingerprint(copy)).isEqualTo(fingerprint(model)).doesNotContain(" ");
    }

    @Test
    void otherWeightsHaveAnother() throws URISyntaxException {
        assertThat(fingerprint(model)).isNotEqualTo(fingerprint(fixture("tiny-bert-cls")));
    }

    @Test
    void whatChangesVectorsChangesIt() throws IOException {
        String plain = fingerprint(model);

        assertThat(fingerprint(model, "TEXT2VEC_RECIPE", "reference-hf")).isNotEqualTo(plain);
        assertThat(fingerprint(model, "TEXT2VEC_LONG_TEXT", "truncate")).isNotEqualTo(plain);
        assertThat(fingerprint(model, "TEXT2VEC_MAX_TOKENS", "16")).isNotEqualTo(plain);
        Files.writeString(
                model.resolve("config_sentence_transformers.json"), "{\"prompts\":{\"passage\":\"passage: \"}}");
        assertThat(fingerprint(model)).isNotEqualTo(plain);
    }

    @Test
    void whatChangesOnlySpeedDoesNot() {
        assertThat(fingerprint(model, "TEXT2VEC_RUNS", "1", "TEXT2VEC_QUEUE", "8"))
                .isEqualTo(fingerprint(model));
    }

    private static String fingerprint(Path model, String... namesAndValues) {
        Map<String, String> environment = new HashMap<>(Map.of("TEXT2VEC_MODEL", model.toString()));
        for (int i = 0; i < namesAndValues.length; i += 2) {
            environment.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        ModelCache cache = new ModelCache(CacheDirectory.at(cacheDirectory));
        try (OnnxEmbedder embedder = new OnnxEmbedder(() -> RuntimeSettings.read(environment::get), cache)) {
            return embedder.loaded().join().fingerprint();
        }
    }

    private static Path fixture(String name) throws URISyntaxException {
        return Path.of(Objects.requireNonNull(FingerprintTest.class.getResource("/models/" + name))
                .toURI());
    }

    private Path copy(Path from, String name) throws IOException {
        Path to = directory.resolve(name);
        try (var files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
        return to;
    }
}
