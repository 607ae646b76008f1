package io.text2vec.runtime.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A file, or a directory with all that is in it. */
final class Tree {
    private Tree() {}

    /**
     * Deletes it, as far as that goes.
     *
     * @throws IOException the first failure, after the rest has been tried
     */
    static void delete(Path root) throws IOException {
        if (!Files.isDirectory(root)) {
            Files.deleteIfExists(root);
            return;
        }
        List<Path> inward;
        try (Stream<Path> files = Files.walk(root)) {
            inward = files.sorted(Comparator.reverseOrder()).toList();
        }
        IOException failure = null;
        for (Path file : inward) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                failure = failure == null ? e : failure;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }
}
