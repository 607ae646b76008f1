package io.text2vec.runtime.store;

import ai.djl.huggingface.tokenizers.jni.LibUtils;
import ai.onnxruntime.OrtEnvironment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

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
            Path directory =
                    unpack("onnxruntime", OrtEnvironment.class, platform().onnxRuntime());
            System.setProperty(ONNX_RUNTIME_PATH, directory.toString());
        }
        OrtEnvironment.getAvailableProviders();
    }

    /**
     * Returns when DJL's tokenizers may be used. No class of DJL should be used before: creating a tokenizer asks a
     * telemetry host unless told not to.
     *
     * @throws UnsupportedOperationException if there is no library for this platform
     * @throws UncheckedIOException if it can't be unpacked
     * @throws ai.djl.engine.EngineException if it can't be loaded
     */
    public void loadTokenizers() {
        // Two, because an environment variable DJL_OFFLINE=false, set for something else, beats the first.
        setUnlessSet("ai.djl.offline", "true");
        setUnlessSet("OPT_OUT_TRACKING", "true");
        if (System.getenv(TOKENIZERS_PATH) == null && System.getProperty(TOKENIZERS_PATH) == null) {
            Path directory = unpack("tokenizers", LibUtils.class, platform().tokenizers());
            // The file, not its directory: given that, DJL 0.38 ends in a NullPointerException.
            Path library = directory.resolve(System.mapLibraryName("tokenizers"));
            System.setProperty(TOKENIZERS_PATH, library.toString());
        }
        LibUtils.checkStatus();
    }

    /** Unpacks libraries into one directory that is named for their contents, since the files have to keep their names. */
    private Path unpack(String name, Class<?> neighbour, List<String> libraries) {
        try {
            SortedMap<String, String> names = new TreeMap<>();
            for (String library : libraries) {
                names.put(library.substring(library.lastIndexOf('/') + 1), library);
            }
            return cache.resources(neighbour.getClassLoader(), "libraries/".concat(name), names);
        } catch (IOException e) {
            throw new UncheckedIOException("Can't unpack the native library of " + name, e);
        }
    }

    private static Platform platform() {
        return Platform.of(System.getProperty("os.name"), System.getProperty("os.arch"));
    }

    private static void setUnlessSet(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }
}
