package io.text2vec.runtime.store;

import java.nio.file.Path;

/** The tokenizer's native library, for tests that use it without loading a model. */
public final class TokenizerLibrary {
    private TokenizerLibrary() {}

    /** Loads it, once per process. */
    public static void load() {
        new NativeLibraries(CacheDirectory.at(Path.of("target/cache"))).loadTokenizers();
    }
}
