package io.text2vec.vectors;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** How an application that makes vectors starts, fails and stops as it is shipped, in a process of its own. */
@Timeout(60)
public abstract class PackagedProcess {
    /** Enough windows of the embedded model that a shutdown begins while they run. */
    private static final int WORDS_OF_A_LONG_TEXT = 20_000;

    /** 128 and the number of SIGTERM. */
    private static final int TERMINATED = 143;

    @Test
    void saysOneLineAtStartAndNoneForASuccess() throws Exception {
        try (PackagedApp app = PackagedApp.start(Map.of())) {
            Http http = app.client();
            assertThat(http.get("/.well-known/ready").statusCode()).isEqualTo(204);
            HttpResponse<String> vector = http.vectors("{\"text\":\"hello\"}");
            assertThat(vector.statusCode()).isEqualTo(200);
            assertThat(vector.body()).contains("\"dim\":384,\"dims\":384}");
            app.terminate();
            assertThat(app.otherLines()).isEmpty();
            assertThat(app.errors()).isEmpty();
        }
    }

    @Test
    void endsWhatIsUnderWayWhenToldToStop() throws Exception {
        try (PackagedApp app = PackagedApp.start(Map.of("TEXT2VEC_DRAIN", "50s"))) {
            Http http = app.client();
            CompletableFuture<HttpResponse<String>> underWay =
                    http.vectorsLater("{\"text\":\"" + "word ".repeat(WORDS_OF_A_LONG_TEXT) + "\"}");
            while (!http.get("/q/metrics").body().contains("text2vec_queue_texts 1.0")) {
                assertThat(underWay).isNotDone();
            }
            app.terminate();
            while (http.get("/.well-known/ready").statusCode() == 204) {
                assertThat(underWay).isNotDone();
            }
            HttpResponse<String> late = http.vectors("{\"text\":\"late\"}");
            assertThat(late.statusCode()).isEqualTo(503);
            assertThat(late.headers().firstValue("Retry-After")).isPresent();
            assertThat(underWay.join().statusCode()).isEqualTo(200);
            assertThat(app.process().waitFor(10, SECONDS)).isTrue();
            assertThat(app.process().exitValue()).isEqualTo(TERMINATED);
        }
    }

    @Test
    void aWrongModelDirectoryEndsTheStart(@TempDir Path empty) throws Exception {
        try (PackagedApp app = PackagedApp.start(Map.of("TEXT2VEC_MODEL", empty.toString()))) {
            assertThat(app.process().waitFor(30, SECONDS)).isTrue();
            assertThat(app.process().exitValue()).isEqualTo(1);
            assertThat(app.errors())
                    .startsWith("Can't start: ")
                    .contains(empty.toString())
                    .hasLineCount(1);
        }
    }

    @Test
    void aRefusedSettingEndsTheStart() throws Exception {
        try (PackagedApp app = PackagedApp.start(Map.of("ENABLE_CUDA", "true"))) {
            assertThat(app.process().waitFor(30, SECONDS)).isTrue();
            assertThat(app.process().exitValue()).isEqualTo(1);
            assertThat(app.errors())
                    .startsWith("Can't start: ENABLE_CUDA is 'true'; ")
                    .hasLineCount(1);
        }
    }

    /** A model of the tests where the hub's Python client would have left it. */
    private static Path hubCache(Path directory) throws IOException {
        Path repository = directory.resolve("models--org--tiny");
        Path snapshot = repository.resolve("snapshots").resolve("0123456789".repeat(4));
        Path model = Path.of(
                System.getProperty("text2vec.root"), "model-cache/runtime/src/test/resources/models/tiny-bert-mean");
        try (Stream<Path> files = Files.walk(model)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = snapshot.resolve(model.relativize(file));
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
        Files.createDirectories(repository.resolve("refs"));
        Files.writeString(repository.resolve("refs").resolve("main"), "0123456789".repeat(4));
        return directory;
    }

    @Test
    void servesAModelByItsNameFromTheCacheOfTheHubsClient(@TempDir Path directory) throws Exception {
        try (PackagedApp app = PackagedApp.start(Map.of(
                "MODEL_NAME", "org/tiny",
                "TEXT2VEC_OFFLINE", "1",
                "TEXT2VEC_VARIANT", "fp32",
                "HF_HUB_CACHE", hubCache(directory).toString()))) {
            assertThat(app.firstLine()).contains("org/tiny@0123456", "nothing fetched", "onnx/model.onnx");
            Http http = app.client();
            assertThat(http.vectors("{\"text\":\"hello\"}").statusCode()).isEqualTo(200);
            assertThat(http.get("/q/metrics").body())
                    .contains("text2vec_load_seconds{phase=\"pull\"}")
                    .contains("text2vec_model{model=\"org/tiny@0123456\",recipe=\"declared\"} 1.0");
        }
    }

    @Test
    void endsWithASentenceWhenTheNamedModelIsNotHereAndNothingMayBeFetched(@TempDir Path directory) throws Exception {
        try (PackagedApp app = PackagedApp.start(
                Map.of("MODEL_NAME", "org/none", "TEXT2VEC_OFFLINE", "1", "TEXT2VEC_CACHE", directory.toString()))) {
            assertThat(app.errors()).contains("Can't start: org/none", "TEXT2VEC_OFFLINE");
            assertThat(app.process().waitFor()).isEqualTo(1);
        }
    }
}
