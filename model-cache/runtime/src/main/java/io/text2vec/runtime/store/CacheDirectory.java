package io.text2vec.runtime.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.zip.ZipException;
import org.jboss.logging.Logger;

/**
 * What is costly to make and shared by the processes of a node: unpacked libraries and models, optimised graphs. Safe for
 * use by many threads and many processes; any of it may be deleted at any time and is made again when next asked for.
 *
 * <p>Where the directory can't be written, what it already holds is used (an image may carry it ready-made), what it lacks
 * is made in a private temporary directory that is deleted on exit, and one line in the log says so.
 *
 * <p>Files of releases that are gone stay until somebody deletes them.
 */
public final class CacheDirectory {
    private final Path root;
    private final Optional<ShippedFiles> shipped;
    private PrivateDirectory own;
    private boolean told;

    private CacheDirectory(Path root, Optional<ShippedFiles> shipped) {
        this.root = root.toAbsolutePath().normalize();
        this.shipped = shipped;
    }

    /**
     * The directory that {@code TEXT2VEC_CACHE} names, else the platform's own: {@code XDG_CACHE_HOME/text2vec} or
     * {@code ~/.cache/text2vec}, {@code ~/Library/Caches/text2vec}, {@code %LOCALAPPDATA%\text2vec}. Touches no disk.
     */
    public static CacheDirectory ofEnvironment() {
        Map<String, String> environment = System.getenv();
        return new CacheDirectory(
                CacheLocation.of(environment, System.getProperty("os.name"), System.getProperty("user.home")),
                ShippedFiles.ofProcess());
    }

    /** A directory that need not exist yet. */
    public static CacheDirectory at(Path root) {
        return new CacheDirectory(root, Optional.empty());
    }

    /** The same for a native executable, whose resources are files beside it. */
    static CacheDirectory at(Path root, ShippedFiles shipped) {
        return new CacheDirectory(root, Optional.of(shipped));
    }

    /** Where the shared files are, or would be. */
    public Path root() {
        return root;
    }

    /**
     * A file that is there and whole, made first if it is not.
     *
     * <p>Whole means: it has its size. A file appears under its name only once its maker has verified the content, and file
     * systems write a file's length after its data, so what a power failure or a full disk leaves is short. Hashing the 80 MB
     * of a start would cost more than the start itself. For the same reason nothing here waits for the disk.
     *
     * @param name below this directory, {@code /} between its parts; it must change when the content does
     * @param size bytes of the whole file
     * @param maker called when the file is missing or cut short
     * @throws ZipException if the source is damaged
     * @throws IOException if it could be made neither here nor in a temporary directory
     */
    public Path file(String name, long size, Maker maker) throws IOException {
        // Not left to the line below: the first lambda of a process costs ten times this check.
        Path shared = root.resolve(name);
        return holds(shared, size) ? shared : anywhere(base -> whole(base.resolve(name), size, maker));
    }

    /**
     * A directory that is there and whole, made first if it isn't. It appears under its name by one move, once its maker has
     * written all files and seen them on the disk.
     *
     * @param name below this directory, {@code /} between its parts; it must change when the content does
     * @param maker called when the directory is missing
     * @throws IOException if it could be made neither here nor in a temporary directory
     */
    public Path directory(String name, Maker maker) throws IOException {
        Path shared = root.resolve(name);
        return Files.isDirectory(shared) ? shared : anywhere(base -> wholeDirectory(base.resolve(name), maker));
    }

    /**
     * Class path resources as files that lie together, in a directory whose name carries the checksums that their jars state. A
     * native executable has them beside it, where they are used as they are.
     *
     * @param name below this directory, {@code /} between its parts
     * @param names resources by the names that their files get
     * @return the directory that holds them all
     * @throws java.io.FileNotFoundException if the class path lacks one of them
     * @throws IOException if they can't be unpacked anywhere
     */
    public Path resources(ClassLoader loader, String name, SortedMap<String, String> names) throws IOException {
        if (shipped.isPresent()) {
            return shipped.get().directory(name, names.keySet());
        }
        Map<String, Resource> resources = new LinkedHashMap<>();
        StringBuilder unique = new StringBuilder(name);
        for (Map.Entry<String, String> file : names.entrySet()) {
            Resource resource = Resource.find(loader, file.getValue());
            unique.append('-').append(resource.checksum());
            resources.put(file.getKey(), resource);
        }
        String directory = unique.toString();
        Path shared = root.resolve(directory);
        return holds(shared, resources)
                ? shared
                : anywhere(base -> {
                    Path together = base.resolve(directory);
                    for (Map.Entry<String, Resource> file : resources.entrySet()) {
                        Resource resource = file.getValue();
                        whole(together.resolve(file.getKey()), resource.size(), resource);
                    }
                    return together;
                });
    }

    /** Where a file of this name is, if it is. */
    Path path(String name) {
        return root.resolve(name);
    }

    /** Tells once that this directory can't be written, and what that means. */
    synchronized void tell(Exception unwritable) {
        if (told) {
            return;
        }
        told = true;
        // Not a static field: a start that needs no word of ours does not pay for the logging to be set up.
        Logger.getLogger(CacheDirectory.class)
                .warnf(
                        "The cache directory %s can't be written (%s): this process unpacks what is missing there into a"
                                + " temporary directory and optimises its graphs in memory. TEXT2VEC_CACHE names another",
                        root, unwritable);
    }

    private synchronized Path own() throws IOException {
        if (own == null) {
            own = PrivateDirectory.create();
        }
        return own.path();
    }

    private Path anywhere(Attempt attempt) throws IOException {
        try {
            return attempt.in(root);
        } catch (ZipException damaged) {
            throw damaged; // It would be no better elsewhere.
        } catch (IOException unwritable) {
            tell(unwritable);
        }
        return attempt.in(own());
    }

    private static Path whole(Path target, long size, Maker maker) throws IOException {
        if (holds(target, size)) {
            return target;
        }
        try (Placing placing = Placing.of(target)) {
            maker.make(placing.temporary());
            if (!holds(placing.temporary(), size)) {
                throw new ZipException(
                        "Expected " + size + " bytes of " + target + ", made " + Files.size(placing.temporary()));
            }
            placing.commit();
        }
        return target;
    }

    private static Path wholeDirectory(Path target, Maker maker) throws IOException {
        try (Placing placing = Placing.of(target)) {
            maker.make(placing.temporary());
            placing.commitDirectory();
        }
        return target;
    }

    private static boolean holds(Path directory, Map<String, Resource> resources) {
        for (Map.Entry<String, Resource> file : resources.entrySet()) {
            if (!holds(directory.resolve(file.getKey()), file.getValue().size())) {
                return false;
            }
        }
        return true;
    }

    private static boolean holds(Path file, long size) {
        try {
            return Files.size(file) == size && Files.isReadable(file);
        } catch (IOException absent) {
            return false;
        }
    }

    /** Makes the content of a file, or of a directory. */
    @FunctionalInterface
    public interface Maker {

        /**
         * Writes a file or a directory and verifies what it can.
         *
         * @param file does not exist yet; the directory above it does
         */
        void make(Path file) throws IOException;
    }

    @FunctionalInterface
    private interface Attempt {
        Path in(Path base) throws IOException;
    }
}
