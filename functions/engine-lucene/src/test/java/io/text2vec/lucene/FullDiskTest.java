package io.text2vec.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.text2vec.collections.object.StoredObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs a writer whose files may not grow past a limit, which fails as a full disk does, then lifts the limit. */
class FullDiskTest {
    private static final int LIMIT_KILOBYTES = 64;
    private static final int LIMIT_BYTES = LIMIT_KILOBYTES << 10;

    @TempDir
    Path directory;

    @Test
    void nothingAcknowledgedIsLostAndWritesWorkAgainOnceThereIsSpace() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/prlimit")), "LEFT OUT: needs prlimit of util-linux");
        Path errors = directory.resolve("errors.txt");
        Process process = new ProcessBuilder(
                        "/usr/bin/prlimit",
                        "--fsize=" + LIMIT_BYTES + ":unlimited",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        // Its shared file of measurements would be larger than the limit.
                        "-XX:-UsePerfData",
                        "-Xmx256m",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        FullDiskWriter.class.getName(),
                        directory.resolve("data").toString())
                .redirectError(errors.toFile())
                .start();
        try (BufferedReader lines = process.inputReader()) {
            String first = lines.readLine();
            assertThat(first).as(() -> read(errors)).isNotNull();
            assertThat(Integer.parseInt(first)).isPositive();
            assertThat(read(errors)).contains("could not write its log").contains("disk has space");

            new ProcessBuilder("/usr/bin/prlimit", "--pid", Long.toString(process.pid()), "--fsize=unlimited:unlimited")
                    .start()
                    .waitFor();
            process.outputWriter().append("\n").flush();

            String second = lines.readLine();
            assertThat(second).as(() -> read(errors)).isNotNull();
            assertThat(process.waitFor()).as(() -> read(errors)).isZero();
            assertAllThere(Integer.parseInt(second));
        } finally {
            process.destroyForcibly();
        }
    }

    private void assertAllThere(int count) {
        try (LuceneEngine engine = LuceneEngine.open(LuceneSettings.of(directory.resolve("data")))) {
            List<Optional<StoredObject>> found = engine.get(
                    "Film",
                    Optional.empty(),
                    IntStream.range(0, count).mapToObj(Films::id).toList());
            for (int number = 0; number < count; number++) {
                LuceneEngineTest.assertSame(
                        found.get(number).orElseThrow(), Films.film(number, FullDiskWriter.DIMENSIONS));
            }
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
