package io.text2vec.runtime.store;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A file, or a directory, on its way to its place: written under a temporary name beside it, then moved there atomically. Processes that
 * place the same file at once each write their own; whoever moves last replaces equal bytes by equal bytes, and who has
 * opened the former keeps it.
 */
final class Placing implements AutoCloseable {
    private static final String SUFFIX = ".tmp";

    /** Longer than anything takes to make; what is older was left behind by a process that died. */
    private static final Duration ABANDONED = Duration.ofDays(1);

    private final Path target;
    private final Path temporary;

    private Placing(Path target, Path temporary) {
        this.target = target;
        this.temporary = temporary;
    }

    /** Makes the directory if need be, and room in it by removing abandoned temporaries. */
    static Placing of(Path target) throws IOException {
        Path directory = target.getParent();
        Files.createDirectories(directory);
        sweep(directory);
        // Not Files.createTempFile: its files can be read by their owner alone, but an image is built by one user and
        // run
        // by another. Nor a UUID: the first secure random number of a process costs milliseconds.
        String unique = Long.toHexString(ThreadLocalRandom.current().nextLong());
        return new Placing(target, directory.resolve(target.getFileName() + "." + unique + SUFFIX));
    }

    /** Where to write; does not exist yet. */
    Path temporary() {
        return temporary;
    }

    /** Puts what was written in its place. */
    void commit() throws IOException {
        try {
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            // Windows does not replace a library that another process has loaded: that one is as good.
            if (!Files.exists(target) || Files.size(target) != Files.size(temporary)) {
                throw e;
            }
        }
    }

    /** Puts a directory that was written in its place, unless another process was first: its own is as good. */
    void commitDirectory() throws IOException {
        try {
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            if (!Files.isDirectory(target)) {
                throw e;
            }
        }
    }

    /** Removes the temporary unless it was committed. */
    @Override
    public void close() throws IOException {
        Tree.delete(temporary);
    }

    private static void sweep(Path directory) throws IOException {
        Instant limit = Instant.now().minus(ABANDONED);
        try (DirectoryStream<Path> leftovers = Files.newDirectoryStream(directory, "*" + SUFFIX)) {
            for (Path leftover : leftovers) {
                try {
                    if (Files.getLastModifiedTime(leftover).toInstant().isBefore(limit)) {
                        Tree.delete(leftover);
                    }
                } catch (IOException alreadyGone) {
                    // Another process moved or removed it.
                }
            }
        }
    }
}
