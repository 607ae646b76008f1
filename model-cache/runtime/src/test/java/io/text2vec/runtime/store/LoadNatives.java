package io.text2vec.runtime.store;

import ai.djl.huggingface.tokenizers.jni.TokenizersLibrary;
import ai.onnxruntime.OrtEnvironment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

/** A child process that loads both libraries, by two threads at once, and uses them. */
final class LoadNatives {
    static final String OK = "both libraries work";

    private LoadNatives() {}

    /** Prints a line, waits for one, then loads: so that several start their work together. */
    public static void main(String[] arguments) throws IOException {
        System.out.println("ready");
        System.in.read();
        load();
        System.out.println(OK + " " + System.getProperty(NativeLibraries.ONNX_RUNTIME_PATH) + " "
                + System.getProperty(NativeLibraries.TOKENIZERS_PATH));
    }

    static void load() throws IOException {
        CacheDirectory cache = CacheDirectory.ofEnvironment();
        NativeLibraries libraries = new NativeLibraries(cache);
        CompletableFuture.allOf(
                        CompletableFuture.runAsync(libraries::loadOnnxRuntime),
                        CompletableFuture.runAsync(libraries::loadTokenizers))
                .join();
        check(!OrtEnvironment.getEnvironment().getVersion().isEmpty());
        Path json = Unpacked.in(cache, Unpacked.TOKENIZER);
        long handle = TokenizersLibrary.LIB.createTokenizerFromString(Files.readString(json));
        TokenizersLibrary.LIB.deleteTokenizer(handle);
    }

    private static void check(boolean right) {
        if (!right) {
            throw new AssertionError("A library gave a wrong answer");
        }
    }
}
