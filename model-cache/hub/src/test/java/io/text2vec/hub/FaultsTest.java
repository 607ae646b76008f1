package io.text2vec.hub;

import static io.text2vec.hub.FakeHub.corrupt;
import static io.text2vec.hub.FakeHub.cutAfter;
import static io.text2vec.hub.FakeHub.silentAfter;
import static io.text2vec.hub.FakeHub.status;
import static io.text2vec.hub.FakeHub.whole;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What can go wrong between the hub and the cache directory, and what somebody is told who meets it. */
class FaultsTest {
    private static final String GRAPH = "blobs/onnx/model_quint8_avx2.onnx";

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

    private void assertGraphIsThere() throws IOException {
        assertThat(Files.readAllBytes(pulling.own().snapshot(FakeHub.COMMIT).resolve("onnx/model_quint8_avx2.onnx")))
                .isEqualTo(Pulling.graph(Pulling.AVX2_GRAPH));
        assertThat(pulling.received).containsEntry("onnx/model_quint8_avx2.onnx", 100_004L);
    }

    private BooleanSupplier here(long bytes) {
        return () -> pulling.received.getOrDefault("onnx/model_quint8_avx2.onnx", 0L) >= bytes;
    }

    @Test
    void aBrokenConnectionIsGoneOnWithWhereItBroke() throws IOException {
        pulling.hub.fail(GRAPH, cutAfter(40_000, here(40_000)), cutAfter(30_000, here(70_000)));
        pulling.pull();
        assertGraphIsThere();
        assertThat(pulling.hub.requests(GRAPH + " bytes=40000-")).isEqualTo(1);
        assertThat(pulling.hub.requests(GRAPH + " bytes=70000-")).isEqualTo(1);
        assertThat(pulling.retried).hasSize(2).allMatch(line -> line.contains("onnx/model_quint8_avx2.onnx"));
    }

    @Test
    void whatArrivedBeforeAFailureIsKeptForTheNextPull() throws IOException {
        pulling.hub.fail(
                GRAPH,
                cutAfter(40_000, here(40_000)),
                cutAfter(0),
                cutAfter(0),
                cutAfter(0),
                cutAfter(0),
                cutAfter(0),
                cutAfter(0));
        assertThatThrownBy(() -> pulling.pull())
                .isInstanceOf(HubException.Unreachable.class)
                .hasMessageContaining("what has arrived is kept");
        try (Pulling later = new Pulling(directory)) {
            later.pull();
            assertThat(later.hub.requests(GRAPH + " bytes=40000-")).isEqualTo(1);
        }
    }

    @Test
    void aServerThatStartsAnewIsFollowed() throws IOException {
        pulling.hub.fail(GRAPH, cutAfter(40_000), whole());
        pulling.pull();
        assertGraphIsThere();
    }

    @Test
    void contentThatChangedInBetweenIsFetchedFromItsStart() throws IOException {
        pulling.hub.fail(GRAPH, cutAfter(40_000), status(500), status(500), status(500), status(500), status(500));
        assertThatThrownBy(() -> pulling.pull()).isInstanceOf(HubException.Unreachable.class);
        try (var files = Files.list(pulling.own().directory().resolve("partial"))) {
            Path etag = files.filter(file -> file.toString().endsWith(".etag"))
                    .findFirst()
                    .orElseThrow();
            Files.writeString(etag, "\"another\"");
        }
        try (Pulling later = new Pulling(directory)) {
            later.pull();
            assertThat(later.received).containsEntry("onnx/model_quint8_avx2.onnx", 100_004L);
        }
        assertThat(Files.readAllBytes(pulling.own().snapshot(FakeHub.COMMIT).resolve("onnx/model_quint8_avx2.onnx")))
                .isEqualTo(Pulling.graph(Pulling.AVX2_GRAPH));
    }

    @Test
    void aConnectionThatFallsSilentCountsAsBroken() throws IOException {
        pulling.environment.put("HF_HUB_DOWNLOAD_TIMEOUT", "1");
        pulling.hub.fail(GRAPH, silentAfter(10_000));
        pulling.pull();
        assertGraphIsThere();
        assertThat(pulling.retried).hasSize(1).allMatch(line -> line.contains("nothing came for 1.0 s"));
    }

    @Test
    void soDoesAListOfFilesThatFallsSilent() {
        pulling.environment.put("HF_HUB_DOWNLOAD_TIMEOUT", "1");
        pulling.hub.fail("/revision/main", silentAfter(0));
        assertThat(pulling.pull().fetched()).isEqualTo(7);
        assertThat(pulling.retried).hasSize(1).allMatch(line -> line.contains("nothing came for 1.0 s"));
    }

    @Test
    void oneWrongByteIsFoundAndFetchedAgain() throws IOException {
        pulling.hub.fail(GRAPH, corrupt());
        pulling.pull();
        assertGraphIsThere();
    }

    @Test
    void aHubThatNeverSendsWhatItAnnouncesIsToldApart() {
        pulling.hub.fail(GRAPH, corrupt(), corrupt());
        assertThatThrownBy(() -> pulling.pull())
                .isInstanceOf(HubException.Damaged.class)
                .hasMessageContaining("another checksum")
                .hasMessageContaining("mirror");
        assertThat(pulling.own().snapshot(FakeHub.COMMIT).resolve("onnx/model_quint8_avx2.onnx"))
                .doesNotExist();
    }

    @Test
    void aServerErrorPasses() {
        pulling.hub.fail("/revision/main", status(503), status(502));
        pulling.hub.fail("config.json", status(500));
        assertThat(pulling.pull().fetched()).isEqualTo(7);
        assertThat(pulling.waits).contains(Duration.ofSeconds(1), Duration.ofSeconds(2));
    }

    @Test
    void tooManyRequestsWaitsAsLongAsTheHubAsksFor() {
        pulling.hub.fail("/revision/main", status(429, "Retry-After", "7"));
        pulling.pull();
        assertThat(pulling.waits).containsExactly(Duration.ofSeconds(7));
    }

    @Test
    void whoeverWouldWaitForMinutesIsToldInstead() {
        pulling.hub.fail("/revision/main", status(429, "Retry-After", "300"));
        assertThatThrownBy(() -> pulling.pull())
                .isInstanceOfSatisfying(HubException.TooManyRequests.class, e -> assertThat(e.retryAfter())
                        .hasValue(Duration.ofSeconds(300)))
                .hasMessageContaining("in 300 s")
                .hasMessageContaining("HF_TOKEN");
        assertThat(pulling.waits).isEmpty();
    }

    @Test
    void aModelThatNeedsATokenSaysSo() {
        pulling.hub.guardedBy("secret");
        assertThatThrownBy(() -> pulling.pull())
                .isInstanceOf(HubException.NotAllowed.class)
                .hasMessageContaining("set HF_TOKEN")
                .hasMessageContaining("check the spelling");
    }

    @Test
    void aTokenThatIsNotAcceptedIsNamedByItsPlaceAndNotShown() throws IOException {
        pulling.hub.guardedBy("secret");
        Path file = directory.resolve("home/.cache/huggingface/token");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "hf_wrong\n");
        assertThatThrownBy(() -> pulling.pull())
                .isInstanceOf(HubException.NotAllowed.class)
                .hasMessageContaining(file.toString())
                .hasMessageNotContaining("hf_wrong");
    }

    @Test
    void aGatedModelSaysWhereItsTermsAre() {
        pulling.hub.fail("/revision/main", status(403, "X-Error-Code", "GatedRepo"));
        assertThatThrownBy(() -> pulling.pull())
                .isInstanceOf(HubException.NotAllowed.class)
                .hasMessageContaining(pulling.hub.endpoint() + "/org/model")
                .hasMessageContaining("terms");
    }

    @Test
    void aModelOrRevisionThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> pulling.models().pull("org/none", "main", Variant.AUTO, true))
                .isInstanceOf(HubException.NotFound.class)
                .hasMessageContaining("no model org/none");
        assertThatThrownBy(() -> pulling.models().pull(Pulling.ID, "v9", Variant.AUTO, true))
                .isInstanceOf(HubException.NotFound.class)
                .hasMessageContaining("no revision v9");
    }

    @Test
    void aHubThatIsNotThereSaysWhatToCheck() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        pulling.environment.put("HF_ENDPOINT", "http://127.0.0.1:" + port);
        assertThatThrownBy(() -> pulling.pull())
                .isInstanceOf(HubException.Unreachable.class)
                .hasMessageContaining("nobody answers there")
                .hasMessageContaining("HF_ENDPOINT")
                .hasMessageContaining("proxy");
        assertThat(pulling.waits).hasSize(Retries.MOST - 1);
    }

    @Test
    void whatIsNoHubIsNotMistakenForOne() {
        pulling.hub.fail("/revision/main", (exchange, _, _) -> {
            exchange.sendResponseHeaders(200, 2);
            exchange.getResponseBody().write("{}".getBytes());
        });
        assertThat(pulling.pull().fetched()).isEqualTo(7);
        assertThat(pulling.retried).hasSize(1).allMatch(line -> line.contains("no hub's"));
    }

    @Test
    void aDiskThatIsTooSmallIsSeenBeforeAnythingIsFetched() {
        pulling.room = 50_000;
        assertThatThrownBy(() -> pulling.pull())
                .isInstanceOf(HubException.NoRoom.class)
                .hasMessageContaining("TEXT2VEC_CACHE");
        assertThat(pulling.hub.requests("/resolve/")).isZero();
    }

    @Test
    void aDiskThatFillsUpOnTheWaySaysSo() throws IOException {
        Path full = Path.of("/dev/full"); // every write to it finds no space left
        assumeTrue(Files.isWritable(full), "no /dev/full on this system");
        byte[] graph = Pulling.graph(Pulling.AVX2_GRAPH);
        Path part = pulling.own()
                .partial(new RemoteFile(
                        "onnx/model_quint8_avx2.onnx",
                        graph.length,
                        new Checksum(Checksum.Kind.LFS, FakeHub.sha256(graph))));
        Files.createDirectories(part.getParent());
        Files.createSymbolicLink(part, full);
        assertThatThrownBy(() -> pulling.pull())
                .isInstanceOf(HubException.NoRoom.class)
                .hasMessageContaining("is full")
                .hasMessageContaining("TEXT2VEC_CACHE");
    }

    @Test
    void aCacheThatCannotBeWrittenSaysSo() throws IOException {
        Files.writeString(pulling.cache(), "a file where the directory should be");
        assertThatThrownBy(() -> pulling.pull())
                .isInstanceOf(HubException.NoRoom.class)
                .hasMessageContaining("can't be written")
                .hasMessageContaining("TEXT2VEC_CACHE");
    }
}
