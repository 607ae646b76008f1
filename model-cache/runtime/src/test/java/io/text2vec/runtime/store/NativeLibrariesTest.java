package io.text2vec.runtime.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.text2vec.runtime.store.ChildJvm.Result;
import io.text2vec.runtime.store.ChildJvm.Running;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeLibrariesTest {

    @TempDir
    Path directory;

    @Test
    void twoProcessesStartOnOneEmptyDirectoryAndTheNextUsesItsFilesUntouched() throws Exception {
        Path cache = directory.resolve("cache");
        Running one = child(cache).start();
        Running other = child(cache).start();
        assertThat(one.line()).isEqualTo("ready");
        assertThat(other.line()).isEqualTo("ready");
        one.go();
        other.go();
        assertLoaded(one.await(), cache);
        assertLoaded(other.await(), cache);
        assertThat(identities(cache).keySet())
                .hasSize(4)
                .noneMatch(name -> name.endsWith(".tmp"))
                .anyMatch(name -> name.endsWith(System.mapLibraryName("onnxruntime")))
                .anyMatch(name -> name.endsWith(System.mapLibraryName("tokenizers")));

        // A time that no new file would have.
        for (String file : identities(cache).keySet()) {
            Files.setLastModifiedTime(cache.resolve(file), FileTime.from(Instant.EPOCH));
        }
        Map<String, String> before = identities(cache);
        assertLoaded(run(child(cache)), cache);
        assertThat(identities(cache)).isEqualTo(before);
    }

    @Test
    void whereTheDirectoryCantBeWrittenBothLoadAndOneLineSaysSo() throws Exception {
        Path temporary = Files.createDirectory(directory.resolve("tmp"));
        Path cache = Files.createFile(directory.resolve("file")).resolve("cache");

        Result result = run(child(cache).option("-Djava.io.tmpdir=" + temporary));

        assertLoaded(result, temporary);
        assertThat(result.output().lines().filter(line -> line.contains("can't be written")))
                .hasSize(1)
                .allMatch(line -> line.contains(cache.toString()) && line.contains("TEXT2VEC_CACHE"));
        assertThat(temporary.toFile().list((_, name) -> name.startsWith("text2vec")))
                .isEmpty();
    }

    @Test
    void whatTheUserHasSetIsKept() throws Exception {
        Path theirs = directory.resolve("theirs");
        assertLoaded(run(child(theirs)), theirs);
        Path tokenizers = find(theirs, System.mapLibraryName("tokenizers"));
        Path onnxRuntime = find(theirs, System.mapLibraryName("onnxruntime")).getParent();
        Path cache = directory.resolve("cache");

        Result byProperty = run(child(cache)
                .option("-D" + NativeLibraries.ONNX_RUNTIME_PATH + "=" + onnxRuntime)
                .option("-D" + NativeLibraries.TOKENIZERS_PATH + "=" + tokenizers));
        assertLoaded(byProperty, theirs);
        assertThat(cache.resolve("libraries")).doesNotExist();

        Result byVariable = run(child(cache).environment(NativeLibraries.TOKENIZERS_PATH, tokenizers.toString()));
        assertThat(byVariable.output()).contains(LoadNatives.OK);
        assertThat(cache.resolve("libraries")).isDirectoryNotContaining("glob:**tokenizers*");
    }

    @Test
    void aSecondClassLoaderUsesWhatTheFirstHasLoaded() throws Exception {
        Result result = new ChildJvm(LoadTwice.class)
                .environment("TEXT2VEC_CACHE", directory.toString())
                .run();

        assertThat(result.output()).contains(LoadTwice.OK);
        assertThat(result.status()).isZero();
    }

    private static ChildJvm child(Path cache) {
        return new ChildJvm(LoadNatives.class).environment("TEXT2VEC_CACHE", cache.toString());
    }

    private static Result run(ChildJvm child) throws IOException, InterruptedException {
        Running running = child.start();
        running.go();
        return running.await();
    }

    private static void assertLoaded(Result result, Path from) {
        assertThat(result.output()).containsPattern(LoadNatives.OK + " \\Q" + from + "\\E\\S+ \\Q" + from + "\\E");
        assertThat(result.status()).isZero();
    }

    /** What changes when a file is written again: its key and its time. */
    private static Map<String, String> identities(Path root) throws IOException {
        Map<String, String> identities = new TreeMap<>();
        try (Stream<Path> all = Files.walk(root)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                String key =
                        Files.readAttributes(file, "fileKey,lastModifiedTime").toString();
                identities.put(root.relativize(file).toString(), key);
            }
        }
        return identities;
    }

    private static Path find(Path root, String name) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(file -> file.endsWith(name)).findFirst().orElseThrow();
        }
    }
}
