package io.text2vec.runtime.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A temporary directory that only this process and user read, deleted when the process ends. */
record PrivateDirectory(Path path) {

    static PrivateDirectory create() throws IOException {
        PrivateDirectory directory = new PrivateDirectory(Files.createTempDirectory("text2vec-"));
        Runtime.getRuntime().addShutdownHook(new Thread(directory::delete, "text2vec-cleanup"));
        return directory;
    }

    private void delete() {
        try (Stream<Path> files = Files.walk(path)) {
            files.sorted(Comparator.reverseOrder()).forEach(PrivateDirectory::delete);
        } catch (IOException | UncheckedIOException gone) {
            // Nothing is left to delete.
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException inUse) {
            // Windows holds on to a loaded library; its temporary directory is cleaned by the system.
        }
    }
}
