package io.text2vec.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.text2vec.embedder.Embedder;
import io.text2vec.embedder.SharedEmbedder;
import io.text2vec.runtime.infer.ConvertedGraphs;
import io.text2vec.runtime.infer.CpuKind;
import io.text2vec.runtime.infer.GraphFile;
import io.text2vec.runtime.recipe.Fixture;
import io.text2vec.runtime.recipe.Fixture.Case;
import io.text2vec.runtime.recipe.TinyModel;
import io.text2vec.runtime.source.ModelDirectory;
import io.text2vec.runtime.source.ModelException;
import io.text2vec.runtime.store.CacheDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A model directory that has only weights, as the runtime meets it. */
class ConvertedAtStartTest {
    private static final String MODEL = "TEXT2VEC_MODEL";
    private static final String GRAPH = "TEXT2VEC_GRAPH";
    private static final String VARIANT = "TEXT2VEC_VARIANT";

    @TempDir
    Path directory;

    private ConvertedGraphs graphs() {
        return new ConvertedGraphs(CacheDirectory.at(directory.resolve("cache")));
    }

    private ModelDirectory model(String fixture) throws IOException {
        return new ModelDirectory(WeightsOnly.of(fixture, directory.resolve(fixture)), fixture);
    }

    @AfterEach
    void close() {
        SharedEmbedder.close();
        List.of(MODEL, GRAPH, VARIANT).forEach(System::clearProperty);
    }

    @Test
    void isServedLikeAnyOther() throws IOException {
        assertServed(model("tiny-mpnet"));
    }

    /** Neither {@code tokenizer.json} nor safetensors for the layer behind the pooling. */
    @Test
    void isServedFromTheFilesOfOlderLibraries() throws Exception {
        ModelDirectory model = model("tiny-t5-dense");
        Files.delete(model.directory().resolve("tokenizer.json"));
        Path dense = model.directory().resolve("2_Dense");
        Files.delete(dense.resolve("model.safetensors"));
        Files.copy(Path.of(getClass().getResource("/weights/dense.bin").toURI()), dense.resolve("pytorch_model.bin"));
        assertServed(model);
    }

    @Test
    void runsOurGraphOfThePublishedOnesFloatsWhereThatIsAskedFor() throws IOException {
        ModelDirectory model = model("tiny-bert-mean");
        Files.delete(model.directory().resolve("model.safetensors"));
        Path published = Fixture.of("tiny-bert-mean").files().directory().resolve("onnx/model.onnx");
        Files.createDirectories(model.directory().resolve("onnx"));
        Files.copy(published, model.directory().resolve("onnx/model.onnx"));
        String ofPublished = assertServed(model);
        SharedEmbedder.close();
        System.setProperty(GRAPH, "fused");
        assertThat(assertServed(model)).isNotEqualTo(ofPublished);
    }

    @Test
    void ourGraphIsOfFloatsAndNothingElse() {
        System.setProperty(MODEL, directory.toString());
        System.setProperty(GRAPH, "fused");
        System.setProperty(VARIANT, "avx2");
        assertThatThrownBy(() -> SharedEmbedder.get().loaded().join())
                .rootCause()
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("TEXT2VEC_GRAPH")
                .hasMessageContaining("TEXT2VEC_VARIANT is 'avx2'");
    }

    /** Returns the fingerprint, which tells graphs apart. */
    private static String assertServed(ModelDirectory model) {
        System.setProperty(MODEL, model.toString());
        Case expected = Fixture.of(model.name()).cases().stream()
                .filter(c -> c.id().equals("sentence-transformers/passage/plain"))
                .findFirst()
                .orElseThrow();
        Embedder embedder = SharedEmbedder.get();
        String fingerprint = embedder.loaded().join().fingerprint();
        float[] vector = embedder.embed(expected.request()).join().vector();
        double cosine = 0;
        for (int i = 0; i < vector.length; i++) {
            cosine += (double) vector[i] * expected.vector()[i];
        }
        assertThat(cosine).isGreaterThan(0.9999);
        return fingerprint;
    }

    @Test
    void isConvertedOnceAndFoundAgain() throws IOException {
        ModelDirectory model = model("tiny-bert-cls");
        GraphFile first = graphs().of(model, "auto", CpuKind.AVX2).orElseThrow();
        FileTime made = Files.getLastModifiedTime(first.path());
        assertThat(graphs().of(model, "auto", CpuKind.AVX2)).contains(first);
        assertThat(Files.getLastModifiedTime(first.path())).isEqualTo(made);
        assertThat(first.path()).startsWith(directory.resolve("cache"));
    }

    @Test
    void isConvertedAnewWhenItsWeightsOrItsVariantChange() throws IOException {
        ModelDirectory model = model("tiny-bert-cls");
        GraphFile first = graphs().of(model, "fp32", CpuKind.AVX2).orElseThrow();
        GraphFile eight = graphs().of(model, "int8", CpuKind.AVX2).orElseThrow();
        Files.setLastModifiedTime(
                model.directory().resolve("model.safetensors"), FileTime.from(Instant.ofEpochSecond(1)));
        GraphFile changed = graphs().of(model, "fp32", CpuKind.AVX2).orElseThrow();
        assertThat(List.of(first.path(), eight.path(), changed.path())).doesNotHaveDuplicates();
    }

    @Test
    void isConvertedByManyAtOnceWithoutHarm() throws Exception {
        ModelDirectory model = model("tiny-bert-mean");
        Callable<Optional<GraphFile>> conversion = () -> graphs().of(model, "int8", CpuKind.AVX2);
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<Optional<GraphFile>>> made =
                    Stream.generate(() -> threads.submit(conversion)).limit(8).toList();
            for (Future<Optional<GraphFile>> graph : made) {
                assertThat(graph.get()).isEqualTo(made.getFirst().get());
            }
        }
        Path graph = conversion.call().orElseThrow().path();
        try (TinyModel loaded = TinyModel.open(model, graph)) {
            assertThat(loaded.spec().type()).isEqualTo("bert");
        }
        try (Stream<Path> left = Files.list(directory.resolve("cache/converted"))) {
            assertThat(left).hasSize(1);
        }
    }

    @Test
    void isConvertedIntoATemporaryDirectoryWhereTheCacheCantBeWritten() throws IOException {
        ConvertedGraphs nowhere = new ConvertedGraphs(CacheDirectory.at(Path.of("/dev/null/cache")));
        assertThat(nowhere.of(model("tiny-distilbert"), "auto", CpuKind.AVX2)
                        .orElseThrow()
                        .path())
                .exists();
    }

    @Test
    void withoutWeightsThereIsNothingToConvert() throws IOException {
        ModelDirectory model = model("tiny-bert-cls");
        Files.delete(model.directory().resolve("model.safetensors"));
        assertThat(graphs().of(model, "auto", CpuKind.AVX2)).isEmpty();
    }

    @Test
    void anUnknownKindOfModelSaysWhichAreKnown() throws IOException {
        ModelDirectory model = model("tiny-bert-cls");
        Files.writeString(model.directory().resolve("config.json"), "{\"model_type\": \"nomic_bert\"}");
        assertThatThrownBy(() -> graphs().of(model, "auto", CpuKind.AVX2))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("nomic_bert")
                .hasMessageContaining("xlm-roberta");
    }
}
