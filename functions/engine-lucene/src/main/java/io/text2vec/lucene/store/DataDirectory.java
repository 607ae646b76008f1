package io.text2vec.lucene.store;

import io.text2vec.collections.CollectionException.EngineFailed;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The directory that holds everything, for one process at a time.
 *
 * <pre>
 * text2vec-format      the version of all that is here, as text
 * lock                 locked by the process that has it open
 * collections/FOLDER/  see {@link CollectionFolder}
 * making/              collections on their way in
 * trash/               collections and shards on their way out
 * aliases              see {@link AliasFile}
 * </pre>
 */
public final class DataDirectory implements AutoCloseable {
    private static final String FORMAT = "3";
    private static final String FORMAT_FILE = "text2vec-format";
    private static final String SETTING = "PERSISTENCE_DATA_PATH";

    private final Path root;
    private final FileChannel lockFile;

    private DataDirectory(Path root, FileChannel lockFile) {
        this.root = root;
        this.lockFile = lockFile;
    }

    /**
     * Opens a directory, making it first if it is not there, and removes what a crash left half made.
     *
     * @throws EngineFailed if another process has it, or it holds something else
     */
    public static DataDirectory open(Path path) {
        Path root = path.toAbsolutePath().normalize();
        try {
            Files.createDirectories(root);
            checkOurs(root);
            FileChannel lockFile =
                    FileChannel.open(root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            try {
                lock(root, lockFile);
                return prepared(root, lockFile);
            } catch (IOException | RuntimeException e) {
                lockFile.close();
                throw e;
            }
        } catch (IOException e) {
            throw new EngineFailed(
                    "The data directory %s cannot be used: %s. Make it writable, or let %s name another."
                            .formatted(root, e, SETTING),
                    e);
        }
    }

    private static void checkOurs(Path root) throws IOException {
        Path formatFile = root.resolve(FORMAT_FILE);
        if (Files.exists(formatFile)) {
            String format = Files.readString(formatFile).strip();
            if (!format.equals(FORMAT)) {
                throw new EngineFailed(
                        ("The data directory %s has format '%s', but this release reads format %s. Use the release that"
                                        + " wrote it, or let %s name another directory.")
                                .formatted(root, format, FORMAT, SETTING),
                        null);
            }
            return;
        }
        try (Stream<Path> content = Files.list(root)) {
            List<Path> foreign = content.filter(file -> !isHarmless(file)).toList();
            if (!foreign.isEmpty()) {
                throw new EngineFailed(
                        ("The directory %s holds files of another program (%s). Let %s name an empty directory or one"
                                        + " that this program made.")
                                .formatted(root, foreign.getFirst().getFileName(), SETTING),
                        null);
            }
        }
    }

    /** What a new file system or a crash in the middle of the first start leaves. */
    private static boolean isHarmless(Path file) {
        String name = file.getFileName().toString();
        return name.equals("lock") || name.equals("lost+found") || name.startsWith(FORMAT_FILE);
    }

    private static void lock(Path root, FileChannel lockFile) throws IOException {
        FileLock lock;
        try {
            lock = lockFile.tryLock();
        } catch (OverlappingFileLockException here) {
            lock = null;
        }
        if (lock == null) {
            throw new EngineFailed(
                    ("The data directory %s is in use by another process. Stop that one, or let %s name another"
                                    + " directory.")
                            .formatted(root, SETTING),
                    null);
        }
    }

    private static DataDirectory prepared(Path root, FileChannel lockFile) throws IOException {
        DataDirectory directory = new DataDirectory(root, lockFile);
        for (Path leftovers : List.of(directory.making(), directory.trash())) {
            if (Files.exists(leftovers)) {
                DurableFiles.remove(leftovers);
            }
        }
        Files.createDirectories(directory.collections());
        Files.createDirectories(directory.making());
        Files.createDirectories(directory.trash());
        DurableFiles.sync(root);
        if (!Files.exists(root.resolve(FORMAT_FILE))) {
            DurableFiles.write(root.resolve(FORMAT_FILE), (FORMAT + "\n").getBytes(StandardCharsets.UTF_8));
        }
        return directory;
    }

    Path collections() {
        return root.resolve("collections");
    }

    private Path making() {
        return root.resolve("making");
    }

    private Path trash() {
        return root.resolve("trash");
    }

    /** The folders of all collections. */
    List<Path> folders() throws IOException {
        try (Stream<Path> folders = Files.list(collections())) {
            return folders.filter(Files::isDirectory).sorted().toList();
        }
    }

    /** A new folder that becomes a collection by {@link #adopt}, or is gone after the next start. */
    Path newFolder() throws IOException {
        return Files.createDirectory(making().resolve(UUID.randomUUID().toString()));
    }

    /** Makes a folder a collection's. Atomic. */
    void adopt(Path made, Path folder) throws IOException {
        DurableFiles.sync(made);
        DurableFiles.move(made, folder);
    }

    /** Removes a collection's folder. Atomic, though its files may vanish only at the next start. */
    void discard(Path folder) throws IOException {
        Path gone = trash().resolve(UUID.randomUUID().toString());
        DurableFiles.move(folder, gone);
        removeQuietly(gone);
    }

    /**
     * Removes a folder that nothing lists any more. Where a crash keeps it, whoever opens what is around it drops it again.
     */
    void drop(Path folder) throws IOException {
        Path gone = trash().resolve(UUID.randomUUID().toString());
        Files.move(folder, gone, StandardCopyOption.ATOMIC_MOVE);
        removeQuietly(gone);
    }

    private static void removeQuietly(Path gone) {
        try {
            DurableFiles.remove(gone);
        } catch (IOException inUse) {
            // Nobody knows it any more; the next start tries again.
        }
    }

    Path aliases() {
        return root.resolve("aliases");
    }

    /** Lets another process have it. */
    @Override
    public void close() {
        try {
            lockFile.close();
        } catch (IOException released) {
            // The operating system drops the lock with the process at the latest.
        }
    }
}
