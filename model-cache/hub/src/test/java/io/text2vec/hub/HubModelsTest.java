package io.text2vec.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.text2vec.runtime.infer.CpuKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HubModelsTest {
    @TempDir
    Path directory;

    private Pulling pulling;

    @BeforeEach
    void start() throws IOException {
        pulling = new Pulling(directory);
    }

    @AfterEach
    void stop() {
        pulling.close();
    }

    private Path foreign(String file, byte[] content) throws IOException {
        Path place = Repository.of(directory.resolve("home/.cache/huggingface/hub"), Pulling.ID)
                .snapshot(FakeHub.COMMIT)
                .resolve(file);
        Files.createDirectories(place.getParent());
        return Files.write(place, content);
    }

    private void foreignWhole() throws IOException {
        for (String file : List.of(
                "config.json", "tokenizer.json", "tokenizer_config.json", "modules.json", "1_Pooling/config.json")) {
            foreign(file, pulled(file));
        }
        foreign("README.md", pulled("README.md"));
        foreign("onnx/model_quint8_avx2.onnx", Pulling.graph(Pulling.AVX2_GRAPH));
        Path refs = directory.resolve("home/.cache/huggingface/hub/models--org--model/refs/main");
        Files.createDirectories(refs.getParent());
        Files.writeString(refs, FakeHub.COMMIT);
    }

    /** The content that the hub has, by pulling it into a cache of its own. */
    private byte[] pulled(String file) throws IOException {
        try (Pulling other = new Pulling(directory.resolve("other"))) {
            return Files.readAllBytes(other.pull().directory().resolve(file));
        }
    }

    @Test
    void onlyWhatIsNeededIsFetchedAndOnlyTheGraphForThisProcessor() throws IOException {
        Snapshot snapshot = pulling.pull();
        assertThat(snapshot.files())
                .containsExactlyInAnyOrder(
                        "config.json",
                        "tokenizer.json",
                        "tokenizer_config.json",
                        "modules.json",
                        "1_Pooling/config.json",
                        "README.md",
                        "onnx/model_quint8_avx2.onnx");
        assertThat(snapshot.variant()).isEqualTo("avx2");
        assertThat(snapshot.fetched()).isEqualTo(7);
        assertThat(snapshot.name()).isEqualTo("org/model@c0ffeec");
        assertThat(Files.readAllBytes(snapshot.directory().resolve("onnx/model_quint8_avx2.onnx")))
                .isEqualTo(Pulling.graph(Pulling.AVX2_GRAPH));
        assertThat(pulling.placed).containsExactlyInAnyOrderElementsOf(snapshot.files());
        assertThat(pulling.received).containsEntry("onnx/model_quint8_avx2.onnx", 100_004L);
        assertThat(pulling.hub.requests("train_script")).isZero();
        assertThat(pulling.hub.requests("model.safetensors")).isZero();
    }

    @Test
    void aVariantIsFetchedWhenItIsAskedFor() {
        assertThat(pulling.models().pull(Pulling.ID, "main", Variant.FP32, true).graph())
                .hasValue("onnx/model.onnx");
        assertThat(pulling.models().pull(Pulling.ID, "main", Variant.INT8, true).variant())
                .isEqualTo("int8");
        pulling.cpu = CpuKind.AVX2;
        assertThat(pulling.models().pull(Pulling.ID, "main", Variant.INT8, true).graph())
                .hasValue("onnx/model_quint8_avx2.onnx");
    }

    @Test
    void aProcessorWithoutAGraphOfItsOwnGetsThePlainOne() {
        pulling.cpu = CpuKind.ARM64;
        Snapshot snapshot = pulling.pull();
        assertThat(snapshot.graph()).hasValue("onnx/model.onnx");
        assertThat(snapshot.reason()).contains("arm64");
    }

    @Test
    void withoutAGraphTheWeightsComeThatCanBeReadWithoutRunningAnything() {
        Snapshot snapshot = pulling.models().pull(Pulling.ID, "main", Variant.ARM64, true);
        assertThat(snapshot.graph()).isEmpty();
        assertThat(snapshot.variant()).isEqualTo("arm64");
        assertThat(snapshot.files()).contains("model.safetensors").doesNotContain("pytorch_model.bin");
    }

    @Test
    void withoutSomebodyWhoMakesAGraphAFunctionIsToldBeforeTheWeightsAreFetched() {
        assertThatThrownBy(() -> pulling.models().find(Pulling.ID, "main", Variant.ARM64))
                .isInstanceOf(HubException.NotSupported.class)
                .hasMessageContaining("arm64")
                .hasMessageContaining("onnx/model.onnx, onnx/model_quint8_avx2.onnx")
                .hasMessageContaining("not part of this build");
        assertThat(pulling.hub.requests("/resolve/")).isZero();
    }

    @Test
    void aGraphThatTheModelLacksIsMadeOnceWhereSomebodyMakesIt() throws IOException {
        List<String> made = new ArrayList<>();
        pulling.maker = new NamedMaker("model_qint8_arm64.onnx", (model, graph) -> {
            made.add("arm64");
            assertThat(model.resolve("model.safetensors")).exists();
            Files.write(graph.resolveSibling("weights"), new byte[100]);
            byte[] entry = bytes(13, join(bytes(1, "location".getBytes()), bytes(2, "weights".getBytes())));
            Files.write(graph, bytes(7, bytes(5, entry)));
        });
        Snapshot snapshot = pulling.models().find(Pulling.ID, "main", Variant.ARM64);
        assertThat(snapshot.graph()).hasValue("onnx/model_qint8_arm64.onnx");
        assertThat(snapshot.reason()).contains("made of the model's model.safetensors");
        assertThat(snapshot.files()).contains("onnx/model_qint8_arm64.onnx", "onnx/weights");
        assertThat(snapshot.directory().resolve("onnx/weights")).hasSize(100);
        assertThat(pulling.models().find(Pulling.ID, "main", Variant.ARM64).graph())
                .isEqualTo(snapshot.graph());
        assertThat(pulling.models()
                        .pull(Pulling.ID, "main", Variant.ARM64, false)
                        .graph())
                .isEqualTo(snapshot.graph());
        assertThat(made).containsExactly("arm64");
        try (Stream<Path> left = Files.list(pulling.own().directory().resolve("partial"))) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void whatAGraphKeepsInOtherFilesComesWithIt() throws IOException {
        byte[] location = bytes(2, "weights.bin".getBytes());
        byte[] entry = bytes(13, join(bytes(1, "location".getBytes()), location));
        pulling.hub.with("onnx/model_quint8_avx2.onnx", bytes(7, bytes(5, entry)));
        pulling.hub.with("onnx/weights.bin", Pulling.random(20_000, 9));
        Snapshot snapshot = pulling.pull();
        assertThat(snapshot.files()).contains("onnx/weights.bin");
        assertThat(Files.size(snapshot.directory().resolve("onnx/weights.bin"))).isEqualTo(20_000);
    }

    @Test
    void aGraphThatPointsOutOfTheModelIsNotFollowed() {
        byte[] entry = bytes(13, join(bytes(1, "location".getBytes()), bytes(2, "../../../x".getBytes())));
        pulling.hub.with("onnx/model_quint8_avx2.onnx", bytes(7, bytes(5, entry)));
        pulling.hub.with("onnx/../../../x", "evil");
        assertThatThrownBy(() -> pulling.pull())
                .isInstanceOf(HubException.Damaged.class)
                .hasMessageContaining("outside");
    }

    @Test
    void aSecondPullFetchesNothingAndAFindAsksNobody() {
        pulling.pull();
        assertThat(pulling.pull().fetched()).isZero();
        int before = pulling.hub.requests().size();
        Snapshot found = pulling.models().find(Pulling.ID, "main", Variant.AUTO);
        assertThat(found.variant()).isEqualTo("avx2");
        assertThat(pulling.hub.requests()).hasSize(before);
    }

    @Test
    void aFileThatIsGoneIsFetchedAgain() throws IOException {
        Snapshot snapshot = pulling.pull();
        Files.delete(snapshot.directory().resolve("modules.json"));
        assertThat(pulling.models().find(Pulling.ID, "main", Variant.AUTO).fetched())
                .isEqualTo(1);
    }

    @Test
    void offlineServesWhatIsHereAndElseSaysWhatToDo() {
        pulling.environment.put("TEXT2VEC_OFFLINE", "1");
        assertThatThrownBy(() -> pulling.models().find(Pulling.ID, "main", Variant.AUTO))
                .isInstanceOf(HubException.Offline.class)
                .hasMessageContaining("TEXT2VEC_OFFLINE")
                .hasMessageContaining("text2vec pull org/model")
                .hasMessageContaining(pulling.cache().toString());
        assertThat(pulling.hub.requests()).isEmpty();
        pulling.environment.remove("TEXT2VEC_OFFLINE");
        pulling.pull();
        pulling.environment.put("HF_HUB_OFFLINE", "1");
        int before = pulling.hub.requests().size();
        assertThat(pulling.pull().variant()).isEqualTo("avx2");
        assertThat(pulling.hub.requests()).hasSize(before);
    }

    @Test
    void theHubClientsCacheIsUsedAsItIsEvenOffline() throws IOException {
        foreignWhole();
        pulling.environment.put("HF_HUB_OFFLINE", "1");
        Snapshot snapshot = pulling.pull();
        assertThat(snapshot.directory()).startsWith(directory.resolve("home"));
        assertThat(snapshot.graph()).hasValue("onnx/model_quint8_avx2.onnx");
        assertThat(pulling.hub.requests()).isEmpty();
    }

    @Test
    void theWeightsInTheHubClientsCacheWillDoOfflineWhereSomebodyMakesGraphs() throws IOException {
        foreignWhole();
        Files.delete(foreign("onnx/model_quint8_avx2.onnx", new byte[1]));
        foreign("model.safetensors", new byte[100]);
        pulling.environment.put("HF_HUB_OFFLINE", "1");
        assertThatThrownBy(() -> pulling.models().find(Pulling.ID, "main", Variant.AUTO))
                .isInstanceOf(HubException.Offline.class);
        pulling.maker = new NamedMaker("model.onnx", (_, _) -> {});
        Snapshot snapshot = pulling.models().find(Pulling.ID, "main", Variant.AUTO);
        assertThat(snapshot.graph()).isEmpty();
        assertThat(snapshot.files()).contains("model.safetensors");
    }

    @Test
    void theHubClientsCacheSavesTheDownloadWhenOnline() throws IOException {
        foreignWhole();
        Snapshot snapshot = pulling.pull();
        assertThat(snapshot.directory()).startsWith(directory.resolve("home"));
        assertThat(snapshot.fetched()).isZero();
        assertThat(pulling.hub.requests()).allMatch(request -> request.contains("/api/"));
    }

    @Test
    void whatTheHubClientsCacheLacksIsFetchedBesideACopyOfWhatItHas() throws IOException {
        foreignWhole();
        Files.delete(directory
                .resolve("home/.cache/huggingface/hub/models--org--model/snapshots")
                .resolve(FakeHub.COMMIT)
                .resolve("modules.json"));
        Snapshot snapshot = pulling.pull();
        assertThat(snapshot.directory()).startsWith(pulling.cache());
        assertThat(pulling.hub.requests("/resolve/")).isEqualTo(1);
        assertThat(snapshot.files())
                .allMatch(file -> Files.exists(snapshot.directory().resolve(file)));
    }

    @Test
    void hfHubCacheNamesThatCache() throws IOException {
        foreignWhole();
        Path elsewhere = directory.resolve("elsewhere");
        Files.move(directory.resolve("home/.cache/huggingface/hub"), elsewhere);
        pulling.environment.put("HF_HUB_CACHE", elsewhere.toString());
        pulling.environment.put("HF_HUB_OFFLINE", "true");
        assertThat(pulling.pull().directory()).startsWith(elsewhere);
    }

    @Test
    void theTokenGoesToTheHubAndNotToItsStorage() {
        pulling.hub.guardedBy("secret");
        pulling.environment.put("HF_TOKEN", "secret");
        assertThat(pulling.pull().fetched()).isEqualTo(7);
    }

    @Test
    void aMirrorThatListsNamesAloneIsAskedForEachFile() {
        pulling.hub.withoutBlobs();
        assertThat(pulling.pull().fetched()).isEqualTo(7);
        assertThat(pulling.hub.requests("HEAD ")).isPositive();
    }

    @Test
    void twoPullsAtOnceFetchEachFileOnce() {
        CompletableFuture<Snapshot> one = CompletableFuture.supplyAsync(() -> pulling.pull());
        CompletableFuture<Snapshot> two = CompletableFuture.supplyAsync(() -> pulling.pull());
        assertThat(one.join().fetched() + two.join().fetched()).isEqualTo(7);
        assertThat(pulling.hub.requests("/blobs/onnx/")).isEqualTo(1);
    }

    @Test
    void nothingIsLeftOnTheWay() throws IOException {
        pulling.pull();
        try (Stream<Path> left = Files.list(pulling.own().directory().resolve("partial"))) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void aModelWithoutTokenizerIsRefusedBeforeAnythingIsFetched() throws IOException {
        try (FakeHub bare = new FakeHub("org/bare").with("config.json", "{}").with("vocab.json", "{}")) {
            pulling.environment.put("HF_ENDPOINT", bare.endpoint());
            assertThatThrownBy(() -> pulling.models().pull("org/bare", "main", Variant.AUTO, true))
                    .isInstanceOf(HubException.NotSupported.class)
                    .hasMessageContaining("tokenizer.json")
                    .hasMessageContaining("vocab.json with merges.txt");
            assertThat(bare.requests("/resolve/")).isZero();
        }
    }

    private static byte[] bytes(int field, byte[] content) {
        return join(new byte[] {(byte) (field << 3 | 2), (byte) content.length}, content);
    }

    private static byte[] join(byte[] a, byte[] b) {
        byte[] joined = new byte[a.length + b.length];
        System.arraycopy(a, 0, joined, 0, a.length);
        System.arraycopy(b, 0, joined, a.length, b.length);
        return joined;
    }
}
