package io.text2vec.runtime.store;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Libraries and models beside a native executable, which has no jars to take them from: the build lays them out once, and the
 * system maps them where they are. Inside the executable they would be copied through the heap at the first start.
 *
 * <p>They are found by plain names, {@code files/libraries/onnxruntime/libonnxruntime.so}, since they belong to this executable
 * and come with it.
 *
 * @param root the folder {@code files}
 */
public record ShippedFiles(Path root) {
    private static final String FOLDER = "files";

    /** What the builder of executables and its output call the state that they are in. */
    private static final String IMAGE_CODE = "org.graalvm.nativeimage.imagecode";

    /** Those of this process, if it is a native executable; none need lie there. */
    static Optional<ShippedFiles> ofProcess() {
        return "runtime".equals(System.getProperty(IMAGE_CODE))
                ? ProcessHandle.current().info().command().map(executable -> beside(Path.of(executable)))
                : Optional.empty();
    }

    /** Those that belong to an executable. */
    static ShippedFiles beside(Path executable) {
        return new ShippedFiles(executable.resolveSibling(FOLDER));
    }

    /**
     * Finds a directory.
     *
     * @param name below {@link #root()}, {@code /} between its parts
     * @param files that it has to hold
     * @throws FileNotFoundException if it lacks one
     */
    Path directory(String name, Collection<String> files) throws FileNotFoundException {
        Path directory = root.resolve(name);
        for (String file : files) {
            if (!Files.isReadable(directory.resolve(file))) {
                throw new FileNotFoundException("No " + directory.resolve(file) + ": the folder " + FOLDER
                        + " belongs beside the executable, copy it with that");
            }
        }
        return directory;
    }

    /**
     * Makes a directory of class path resources, or makes it anew.
     *
     * @param name below {@link #root()}, {@code /} between its parts
     * @param resources by the names that their files get
     * @return the directory
     */
    public Path lay(ClassLoader loader, String name, SortedMap<String, String> resources) throws IOException {
        Path directory = root.resolve(name);
        Tree.delete(directory);
        Files.createDirectories(directory);
        for (Map.Entry<String, String> file : resources.entrySet()) {
            Resource.find(loader, file.getValue()).make(directory.resolve(file.getKey()));
        }
        return directory;
    }
}
