package io.text2vec.runtime.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.text2vec.runtime.store.CacheDirectory.Maker;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class CacheDirectoryTest {
    private static final String CONTENT = "whole";

    @TempDir
    Path directory;

    private final AtomicInteger made = new AtomicInteger();
    private CacheDirectory cache;

    @BeforeEach
    void openCache() {
        cache = CacheDirectory.at(directory.resolve("cache"));
    }

    @Test
    void whatIsThereIsNotMadeAgain() throws IOException {
        Path first = file(this::make);
        Path second = file(this::make);

        assertThat(second).isEqualTo(first).startsWith(cache.root()).hasContent(CONTENT);
        assertThat(made).hasValue(1);
        assertThat(files(cache.root())).containsExactly("some/file");
    }

    @Test
    void aFileCutShortIsMadeAnew() throws IOException {
        Files.writeString(file(this::make), CONTENT.substring(1));

        assertThat(file(this::make)).hasContent(CONTENT);
        assertThat(made).hasValue(2);
    }

    @Test
    void whatWasDeletedIsMadeAgain() throws IOException {
        Path file = file(this::make);
        Files.delete(file);
        Files.delete(file.getParent());
        Files.delete(cache.root());

        assertThat(file(this::make)).isEqualTo(file).hasContent(CONTENT);
        assertThat(made).hasValue(2);
    }

    @Test
    void nothingIsSeenUnderItsNameBeforeItIsWhole() throws IOException {
        Path file = file(temporary -> {
            Files.writeString(temporary, CONTENT.substring(1));
            assertThat(cache.root().resolve("some/file")).doesNotExist();
            assertThat(temporary).hasParent(cache.root().resolve("some"));
            make(temporary);
        });
        assertThat(file).hasContent(CONTENT);
    }

    @Test
    void aMakerThatFailsLeavesNothingBehind() {
        assertThatIOException()
                .isThrownBy(() -> file(temporary -> {
                    make(temporary);
                    throw new ZipException("damaged jar");
                }))
                .withMessage("damaged jar");
        assertThat(files(cache.root())).isEmpty();
    }

    @Test
    void aMakerThatWritesTooLittleIsNotBelieved() {
        assertThatIOException()
                .isThrownBy(() -> file(temporary -> Files.writeString(temporary, "")))
                .withMessageContaining(CONTENT.length() + " bytes");
        assertThat(files(cache.root())).isEmpty();
    }

    @Test
    void twoWhoMakeItAtOnceBothHaveIt() throws Exception {
        CyclicBarrier bothWrite = new CyclicBarrier(2);
        Maker together = temporary -> {
            make(temporary);
            meet(bothWrite);
        };
        try (ExecutorService makers = Executors.newFixedThreadPool(2)) {
            Future<Path> one = makers.submit(() -> file(together));
            Future<Path> other =
                    makers.submit(() -> CacheDirectory.at(cache.root()).file("some/file", CONTENT.length(), together));
            assertThat(one.get()).isEqualTo(other.get()).hasContent(CONTENT);
        }
        assertThat(made).hasValue(2);
        assertThat(files(cache.root())).containsExactly("some/file");
    }

    @Test
    void temporariesOfTheDeadAreRemovedAndOfTheLivingAreNot() throws IOException {
        Path abandoned = Files.createDirectories(cache.root().resolve("some")).resolve("other.1f.tmp");
        Files.writeString(abandoned, "par");
        Files.setLastModifiedTime(abandoned, FileTime.from(Instant.now().minus(Duration.ofDays(2))));
        Path inUse = Files.writeString(abandoned.resolveSibling("other.2f.tmp"), "par");

        file(this::make);

        assertThat(abandoned).doesNotExist();
        assertThat(inUse).exists();
    }

    @Test
    void whereNothingCanBeWrittenAPrivateDirectoryServes() throws IOException {
        // Permission bits don't bind a test that runs as root; a directory below a regular file can't be made by
        // anybody.
        cache = CacheDirectory.at(Files.createFile(directory.resolve("file")).resolve("cache"));

        Path first = file(this::make);
        Path second = file(this::make);

        assertThat(first).hasContent(CONTENT).isEqualTo(second);
        assertThat(first.startsWith(directory)).isFalse();
        assertThat(made).hasValue(1);
    }

    @Test
    void whatAReadOnlyDirectoryHoldsIsUsed() throws IOException {
        Path there = file(this::make);
        Path lacking = Files.createFile(cache.root().resolve("lacking"));

        assertThat(file(this::make)).isEqualTo(there);
        Path elsewhere = cache.file("lacking/file", CONTENT.length(), this::make);

        assertThat(elsewhere).hasContent(CONTENT);
        assertThat(elsewhere.startsWith(lacking)).isFalse();
    }

    @Test
    void resourcesLieTogetherUnderTheNamesThatAreAskedFor() throws IOException {
        ClassLoader loader = getClass().getClassLoader();
        String ofFolder = getClass().getName().replace('.', '/') + ".class";
        SortedMap<String, String> names = new TreeMap<>(Map.of("a.json", Unpacked.TOKENIZER, "b.class", ofFolder));

        Path directory = cache.resources(loader, "models/some", names);

        assertThat(files(cache.root()))
                .allMatch(file -> file.startsWith("models/some-c3f77764-"), "names the checksums")
                .hasSize(2);
        assertThat(directory.resolve("a.json")).hasSize(711_661);
        try (InputStream content = loader.getResourceAsStream(ofFolder)) {
            assertThat(directory.resolve("b.class")).hasBinaryContent(content.readAllBytes());
        }
        assertThat(cache.resources(loader, "models/some", names)).isEqualTo(directory);
    }

    @Test
    void aResourceThatIsNotItsChecksumIsNotBelieved() throws IOException {
        Resource right = Resource.find(getClass().getClassLoader(), Unpacked.TOKENIZER);
        Resource wrong = new Resource(right.url(), right.size(), right.crc() + 1);

        assertThatIOException()
                .isThrownBy(() -> cache.file("tokenizer", wrong.size(), wrong))
                .withMessageContaining("checksum");
        assertThat(files(cache.root())).isEmpty();
    }

    @Test
    void aMissingResourceIsNamed() {
        assertThatIOException()
                .isThrownBy(() -> Unpacked.in(cache, "no-such.onnx"))
                .isInstanceOf(FileNotFoundException.class)
                .withMessageContaining("no-such.onnx");
    }

    private Path file(Maker maker) throws IOException {
        return cache.file("some/file", CONTENT.length(), maker);
    }

    private void make(Path file) throws IOException {
        made.incrementAndGet();
        Files.writeString(file, CONTENT);
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static Stream<String> files(Path root) {
        if (!Files.exists(root)) {
            return Stream.empty();
        }
        try (Stream<Path> all = Files.walk(root)) {
            return all
                    .filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString().replace('\\', '/'))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
