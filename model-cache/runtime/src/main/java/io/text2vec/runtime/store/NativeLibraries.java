package io.text2vec.runtime.store;

import ai.djl.huggingface.tokenizers.jni.LibUtils;
import ai.djl.huggingface.tokenizers.jni.TokenizersLibrary;
import ai.onnxruntime.OrtEnvironment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Loads the native libraries of ONNX Runtime and of the tokenizer from the cache directory: by themselves both would unpack
 * theirs at every start. The two may be loaded by two threads at once, each any number of times.
 *
 * <p>A JVM loads a library once. Where this class comes a second time (live reload) their jars have to come from the same
 * class loader as before; the paths are remembered as system properties.
 */
public final class NativeLibraries {
    /** ONNX Runtime's own property: the directory of its libraries. What the user has set is kept. */
    static final String ONNX_RUNTIME_PATH = "onnxruntime.native.path";

    /** The tokenizer's own property and environment variable: its library. What the user has set is kept. */
    static final String TOKENIZERS_PATH = "RUST_LIBRARY_PATH";

    private final CacheDirectory cache;

    public NativeLibraries(CacheDirectory cache) {
        this.cache = cache;
    }

    /**
     * Returns when {@link OrtEnvironment} may be used.
     *
     * @throws UnsupportedOperationException if there is no library for this platform
     * @throws UncheckedIOException if it can't be unpacked
     */
    public void loadOnnxRuntime() {
        if (System.getProperty(ONNX_RUNTIME_PATH) == null) {
            Path directory = unpack(Library.ONNX_RUNTIME);
            System.setProperty(ONNX_RUNTIME_PATH, directory.toString());
        }
        OrtEnvironment.getAvailableProviders();
    }

    /**
     * Returns when the JNI methods of DJL's tokenizers may be used.
     *
     * @throws UnsupportedOperationException if there is no library for this platform
     * @throws UncheckedIOException if it can't be unpacked
     * @throws UnsatisfiedLinkError or {@link ai.djl.engine.EngineException} if it can't be loaded
     */
    @SuppressWarnings("restricted") // native libraries are what this class is for
    public void loadTokenizers() {
        String chosen = Optional.ofNullable(System.getenv(TOKENIZERS_PATH)).orElse(System.getProperty(TOKENIZERS_PATH));
        Path library = chosen == null
                ? unpack(Library.TOKENIZERS).resolve(System.mapLibraryName("tokenizers"))
                : Path.of(chosen).toAbsolutePath();
        System.setProperty(TOKENIZERS_PATH, library.toString());
        // The JVM finds JNI methods only for the class loader that has loaded the library. DJL's way is right for every
        // loader,
        // but looks for CUDA first, for which it loads one more library and starts a process: time that a cold start
        // hasn't.
        if (TokenizersLibrary.class.getClassLoader() == NativeLibraries.class.getClassLoader()) {
            System.load(library.toString());
        } else {
            LibUtils.checkStatus();
        }
    }

    /**
     * Puts the libraries of this platform where an executable looks for them. Loads none.
     *
     * @throws UnsupportedOperationException if there are none for this platform
     */
    public static void ship(ShippedFiles files) throws IOException {
        for (Library library : Library.values()) {
            files.lay(library.loader, library.directory, library.files());
        }
    }

    /** Unpacks libraries into one directory that is named for their contents, since the files have to keep their names. */
    private Path unpack(Library library) {
        try {
            return cache.resources(library.loader, library.directory, library.files());
        } catch (IOException e) {
            throw new UncheckedIOException("Can't unpack the native library in " + library.directory, e);
        }
    }

    /** What is loaded together, and from which class loader. */
    private enum Library {
        ONNX_RUNTIME("libraries/onnxruntime", OrtEnvironment.class, Platform::onnxRuntime),
        TOKENIZERS("libraries/tokenizers", TokenizersLibrary.class, Platform::tokenizers);

        private final String directory;
        private final ClassLoader loader;
        private final Function<Platform, List<String>> resources;

        Library(String directory, Class<?> neighbour, Function<Platform, List<String>> resources) {
            this.directory = directory;
            this.loader = neighbour.getClassLoader();
            this.resources = resources;
        }

        /** Resources by the names of their files. */
        SortedMap<String, String> files() {
            SortedMap<String, String> files = new TreeMap<>();
            Platform platform = Platform.of(System.getProperty("os.name"), System.getProperty("os.arch"));
            for (String resource : resources.apply(platform)) {
                files.put(resource.substring(resource.lastIndexOf('/') + 1), resource);
            }
            return files;
        }
    }
}
