package io.text2vec.lucene.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogTest {
    @TempDir
    Path temporary;

    private Path directory;

    @BeforeEach
    void create() throws IOException {
        directory = temporary.resolve("log");
        Log.create(directory);
    }

    @Test
    void givesBackWhatWasAddedInOrder() throws IOException {
        write("one", "two", "three");

        assertThat(read(0)).containsExactly("one", "two", "three");
    }

    @Test
    void givesBackOnlyWhatTheIndexDoesNotCover() throws IOException {
        long covered;
        try (Log log = open(0, new ArrayList<>())) {
            append(log, "one");
            covered = log.end();
            append(log, "two");
        }

        assertThat(read(covered)).containsExactly("two");
    }

    @Test
    void readsARecordByItsPosition() throws IOException {
        try (Log log = open(0, new ArrayList<>())) {
            append(log, "one");
            long position = append(log, "two");
            log.roll();
            append(log, "three");

            assertThat(log.read(position, 3)).asString(StandardCharsets.UTF_8).isEqualTo("two");
        }
    }

    @Test
    void goesOnInAnotherFileAndDropsThoseThatAreCovered() throws IOException {
        long rolled;
        try (Log log = open(0, new ArrayList<>())) {
            append(log, "one");
            rolled = log.roll();
            append(log, "two");
            assertThat(files()).hasSize(2);

            log.deleteBefore(rolled);
        }

        assertThat(files()).hasSize(1);
        assertThat(read(rolled)).containsExactly("two");
    }

    @Test
    void dropsCoveredFilesThatACrashLeft() throws IOException {
        long rolled;
        try (Log log = open(0, new ArrayList<>())) {
            append(log, "one");
            rolled = log.roll();
            append(log, "two");
        }

        assertThat(read(rolled)).containsExactly("two");
        assertThat(files()).hasSize(1);
    }

    @Test
    void cutsOffATailThatWasNeverAcknowledged() throws IOException {
        long last;
        try (Log log = open(0, new ArrayList<>())) {
            append(log, "acknowledged");
            log.sync(log.end());
            append(log, "never acknowledged");
            last = Files.size(file());
        }
        for (long size = last - 1; size > last - "never acknowledged".length() - Record.HEADER; size--) {
            truncate(size);
            assertThat(read(0)).as("with %d of %d bytes", size, last).containsExactly("acknowledged");
        }
    }

    @Test
    void writesGoOnBehindATailThatWasCutOff() throws IOException {
        write("one", "two");
        truncate(Files.size(file()) - 1);

        write("three");

        assertThat(read(0)).containsExactly("one", "three");
    }

    @Test
    void saysWhereSomethingAcknowledgedIsBroken() throws IOException {
        try (Log log = open(0, new ArrayList<>())) {
            append(log, "acknowledged");
            log.sync(log.end());
        }
        flip(LogFile.HEADER + Record.HEADER);

        assertThatThrownBy(() -> read(0))
                .isInstanceOf(DamagedLogException.class)
                .hasMessageContaining(file().toString())
                .hasMessageContaining("byte 20 is broken");
    }

    @Test
    void everyByteOfWhatWasAcknowledgedIsWatched() throws IOException {
        try (Log log = open(0, new ArrayList<>())) {
            append(log, "acknowledged");
            log.sync(log.end());
        }
        for (int at = 0; at < LogFile.HEADER + Record.HEADER + "acknowledged".length(); at++) {
            flip(at);
            assertThatThrownBy(() -> read(0)).as("byte %d", at).isInstanceOf(DamagedLogException.class);
            flip(at);
        }
        assertThat(read(0)).containsExactly("acknowledged");
    }

    @Test
    void saysThatAFileIsMissing() throws IOException {
        try (Log log = open(0, new ArrayList<>())) {
            append(log, "one");
            log.roll();
            append(log, "two");
            log.roll();
            append(log, "three");
        }
        Files.delete(files().get(1));

        assertThatThrownBy(() -> read(0)).hasMessageContaining("the file before it is missing");

        Files.delete(files().getFirst());

        assertThatThrownBy(() -> read(0)).hasMessageContaining("what was written before is in no index yet");
    }

    @Test
    void manyThreadsWaitForTheDiskTogether() throws Exception {
        List<String> written = Collections.synchronizedList(new ArrayList<>());
        try (Log log = open(0, new ArrayList<>())) {
            List<Thread> threads = new ArrayList<>();
            for (int thread = 0; thread < 16; thread++) {
                String text = "of thread " + thread;
                threads.add(Thread.ofVirtual().start(() -> {
                    try {
                        for (int i = 0; i < 5; i++) {
                            long position = append(log, text + i);
                            log.sync(position + text.length() + 1);
                            written.add(text + i);
                        }
                    } catch (IOException e) {
                        throw new java.io.UncheckedIOException(e);
                    }
                }));
            }
            for (Thread thread : threads) {
                thread.join();
            }
        }
        assertThat(written).hasSize(80);
        assertThat(read(0)).containsExactlyInAnyOrderElementsOf(written);
    }

    @Test
    void anInterruptedThreadKnowsThatItsRecordIsKept() throws IOException {
        try (Log log = open(0, new ArrayList<>())) {
            Thread.currentThread().interrupt();
            append(log, "one");
            log.sync(log.end());
            assertThat(Thread.interrupted()).isTrue();
            append(log, "two");
        }
        assertThat(read(0)).containsExactly("one", "two");
    }

    @Test
    void takesNothingOnceItIsClosed() throws IOException {
        Log log = open(0, new ArrayList<>());
        log.close();

        assertThatThrownBy(() -> append(log, "late")).isInstanceOf(IOException.class);
    }

    private void write(String... texts) throws IOException {
        try (Log log = open(0, new ArrayList<>())) {
            for (String text : texts) {
                append(log, text);
            }
        }
    }

    private static long append(Log log, String text) throws IOException {
        return log.append(text.getBytes(StandardCharsets.UTF_8));
    }

    private List<String> read(long from) throws IOException {
        List<String> texts = new ArrayList<>();
        open(from, texts).close();
        return texts;
    }

    private Log open(long from, List<String> texts) throws IOException {
        return Log.open(
                directory,
                Durability.SYNCED,
                from,
                (position, payload) ->
                        texts.add(StandardCharsets.UTF_8.decode(payload).toString()));
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.sorted().toList();
        }
    }

    private Path file() throws IOException {
        return files().getFirst();
    }

    private void truncate(long size) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(file().toFile(), "rw")) {
            file.setLength(size);
        }
    }

    private void flip(int at) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(file().toFile(), "rw")) {
            file.seek(at);
            int was = file.read();
            file.seek(at);
            file.write(was ^ 1);
        }
    }
}
