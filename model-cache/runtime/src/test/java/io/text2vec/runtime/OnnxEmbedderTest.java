package io.text2vec.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.text2vec.embedder.EmbedException;
import io.text2vec.embedder.EmbedObserver;
import io.text2vec.embedder.EmbedRequest;
import io.text2vec.embedder.Embedding;
import io.text2vec.embedder.ModelInfo;
import io.text2vec.runtime.source.ModelException;
import io.text2vec.runtime.store.CacheDirectory;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole way from a text to its vector, with the real runtime and real models. */
class OnnxEmbedderTest {
    @TempDir
    static Path cacheDirectory;

    private static OnnxEmbedder open(ModelCache cache, String... namesAndValues) {
        Map<String, String> environment = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            environment.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return new OnnxEmbedder(() -> RuntimeSettings.read(environment::get), cache);
    }

    private static ModelCache cache() {
        return new ModelCache(CacheDirectory.at(cacheDirectory));
    }

    private static String tiny(String name) throws URISyntaxException {
        return Path.of(Objects.requireNonNull(OnnxEmbedderTest.class.getResource("/models/" + name))
                        .toURI())
                .toString();
    }

    private static double cosine(float[] a, float[] b) {
        double dot = 0;
        for (int i = 0; i < a.length; i++) {
            dot += a[i] * b[i];
        }
        return dot; // both have length one
    }

    private static float[] passage(OnnxEmbedder embedder, String text) {
        return embedder.embed(EmbedRequest.passage(text)).join().vector();
    }

    @Test
    void theEmbeddedModelPutsTextsOfOneMeaningCloseTogether() {
        try (OnnxEmbedder embedder = open(cache())) {
            ModelInfo info = embedder.loaded().join();
            assertThat(info.dimensions()).isEqualTo(384);
            assertThat(info.maxTokens()).isEqualTo(256);
            assertThat(info.recipe()).isEqualTo("declared");
            float[] cat = passage(embedder, "A cat sleeps on the sofa.");
            float[] kitten = passage(embedder, "The kitten is napping on the couch.");
            float[] stocks = passage(embedder, "Share prices fell after the central bank's announcement.");
            assertThat(cosine(cat, cat)).isCloseTo(1, within(1e-5));
            assertThat(cosine(cat, kitten)).isGreaterThan(0.6);
            assertThat(cosine(cat, stocks)).isLessThan(0.2);
        }
    }

    @Test
    void aModelFromBeforeTokenizerJsonGivesTheSameVectors(@TempDir Path older) throws Exception {
        Path model = Path.of(tiny("tiny-dpr-question"));
        Files.createDirectories(older.resolve("onnx"));
        for (String file : List.of("config.json", "tokenizer_config.json", "vocab.txt", "onnx/model.onnx")) {
            Files.copy(model.resolve(file), older.resolve(file));
        }
        try (OnnxEmbedder with = open(cache(), "TEXT2VEC_MODEL", model.toString());
                OnnxEmbedder without = open(cache(), "TEXT2VEC_MODEL", older.toString())) {
            with.loaded().join();
            without.loaded().join();
            assertThat(passage(without, "Who wrote it, and when?"))
                    .containsExactly(passage(with, "Who wrote it, and when?"));
        }
    }

    @Test
    void aTextsVectorDoesNotDependOnWhoIsEmbeddedBesideIt() {
        try (OnnxEmbedder embedder = open(cache())) {
            embedder.loaded().join();
            float[] alone = passage(embedder, "the same text");
            List<CompletableFuture<Embedding>> together = IntStream.range(0, 60)
                    .mapToObj(i -> embedder.embed(EmbedRequest.passage(i % 3 == 0 ? "the same text" : "text " + i)))
                    .toList();
            for (int i = 0; i < together.size(); i += 3) {
                assertThat(together.get(i).join().vector()).containsExactly(alone);
            }
        }
    }

    @Test
    void aPlainGraphRunsTextsInBatchesAndGivesTheSameVectors() throws URISyntaxException {
        AtomicInteger largest = new AtomicInteger();
        try (OnnxEmbedder embedder = open(
                cache(), "TEXT2VEC_MODEL", tiny("tiny-bert-mean"), "TEXT2VEC_VARIANT", "fp32", "TEXT2VEC_RUNS", "1")) {
            embedder.observe(new EmbedObserver() {
                @Override
                public void ran(int sequences, int tokens, int padding, long nanos) {
                    largest.accumulateAndGet(sequences, Math::max);
                }
            });
            embedder.loaded().join();
            List<EmbedRequest> requests = IntStream.range(0, 64)
                    .mapToObj(i -> EmbedRequest.passage("text number " + i))
                    .toList();
            List<Embedding> together = embedder.embedAll(requests).join();
            for (int i = 0; i < requests.size(); i++) {
                assertThat(together.get(i).vector())
                        .containsExactly(embedder.embed(requests.get(i)).join().vector(), within(1e-5f));
            }
            assertThat(largest).hasValueGreaterThan(1);
        }
    }

    @Test
    void aRepeatedTextComesFromTheCacheWhenThereIsOne() {
        AtomicInteger hits = new AtomicInteger();
        AtomicInteger misses = new AtomicInteger();
        try (OnnxEmbedder embedder = open(cache(), "ENABLE_CACHE", "true")) {
            embedder.observe(new EmbedObserver() {
                @Override
                public void lookedUp(boolean hit) {
                    (hit ? hits : misses).incrementAndGet();
                }
            });
            embedder.loaded().join();
            float[] first = passage(embedder, "again");
            assertThat(passage(embedder, "again")).isSameAs(first);
            assertThat(embedder.embed(EmbedRequest.query("again")).join().vector())
                    .isNotSameAs(first);
            assertThat(hits).hasValue(1);
            assertThat(misses).hasValue(2);
        }
    }

    @Test
    void halvesOfSurrogatesNulAndAMillionLettersAreEmbeddedAndTheNextTextIsServed() {
        try (OnnxEmbedder embedder = open(cache())) {
            embedder.loaded().join();
            for (String text : new String[] {"\ud800 half", "nul \u0000 inside", "x".repeat(1_000_000), ""}) {
                assertThat(passage(embedder, text)).hasSize(384).doesNotContain(Float.NaN);
            }
            assertThat(passage(embedder, "next")).hasSize(384);
        }
    }

    @Test
    void twoEmbeddersOfTheSameSettingsShareOneModel() {
        ModelCache cache = cache();
        OnnxEmbedder first = open(cache);
        OnnxEmbedder second = open(cache);
        first.loaded().join();
        second.loaded().join();
        assertThat(cache.size()).isEqualTo(1);
        first.close();
        assertThat(passage(second, "still served")).hasSize(384);
        second.close();
        assertThat(cache.size()).isZero();
    }

    @Test
    void afterClosingRequestsAreRefusedAsNotReady() {
        OnnxEmbedder embedder = open(cache());
        embedder.loaded().join();
        embedder.close();
        embedder.close();
        assertThat(embedder.ready()).isFalse();
        assertThatThrownBy(() -> passage(embedder, "late"))
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(EmbedException.NotReady.class);
    }

    @Test
    void aNameThatNothingHereKnowsIsRefusedWithWhatIsMissing() {
        try (OnnxEmbedder embedder = open(cache(), "MODEL_NAME", "org/model")) {
            assertThatThrownBy(() -> embedder.loaded().join())
                    .hasCauseInstanceOf(ModelException.class)
                    .hasMessageContaining("MODEL_NAME is 'org/model'")
                    .hasMessageContaining("text2vec-hub");
        }
    }

    @Test
    void aModelThatCannotBeLoadedSaysWhyToEverybodyWhoAsks() {
        try (OnnxEmbedder embedder =
                open(cache(), "TEXT2VEC_MODEL", cacheDirectory.resolve("none").toString())) {
            assertThatThrownBy(() -> embedder.loaded().join())
                    .hasCauseInstanceOf(ModelException.class)
                    .hasMessageContaining("TEXT2VEC_MODEL");
            assertThatThrownBy(() -> passage(embedder, "text"))
                    .hasCauseInstanceOf(EmbedException.NotReady.class)
                    .hasMessageContaining("could not be loaded");
        }
    }
}
