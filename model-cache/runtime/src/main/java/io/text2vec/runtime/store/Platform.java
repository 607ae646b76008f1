package io.text2vec.runtime.store;

import java.util.List;
import java.util.Locale;

/** A platform that both native libraries are made for, and where their jars keep the files. */
enum Platform {
    LINUX_X64(
            "ai/onnxruntime/native/linux-x64/",
            List.of("libonnxruntime.so", "libonnxruntime4j_jni.so"),
            "native/lib/linux-x86_64/cpu/",
            List.of("libtokenizers.so")),
    LINUX_AARCH64(
            "ai/onnxruntime/native/linux-aarch64/",
            List.of("libonnxruntime.so", "libonnxruntime4j_jni.so"),
            "native/lib/linux-aarch64/cpu/",
            List.of("libtokenizers.so")),
    MACOS_AARCH64(
            "ai/onnxruntime/native/osx-aarch64/",
            List.of("libonnxruntime.dylib", "libonnxruntime4j_jni.dylib"),
            "native/lib/osx-aarch64/cpu/",
            List.of("libtokenizers.dylib")),
    WINDOWS_X64(
            "ai/onnxruntime/native/win-x64/",
            List.of("onnxruntime.dll", "onnxruntime4j_jni.dll", "onnxruntime_providers_shared.dll"),
            "native/lib/win-x86_64/cpu/",
            List.of("libwinpthread-1.dll", "libgcc_s_seh-1.dll", "libstdc++-6.dll", "tokenizers.dll"));

    private final List<String> onnxRuntime;
    private final List<String> tokenizers;

    Platform(String onnxRuntime, List<String> onnxRuntimeFiles, String tokenizers, List<String> tokenizersFiles) {
        this.onnxRuntime = onnxRuntimeFiles.stream().map(onnxRuntime::concat).toList();
        this.tokenizers = tokenizersFiles.stream().map(tokenizers::concat).toList();
    }

    /** ONNX Runtime's libraries, as resource names. */
    List<String> onnxRuntime() {
        return onnxRuntime;
    }

    /** The tokenizer's library and what it is linked against, as resource names. */
    List<String> tokenizers() {
        return tokenizers;
    }

    /**
     * @param os {@code os.name}
     * @param arch {@code os.arch}
     * @throws UnsupportedOperationException if there are no libraries for it
     */
    static Platform of(String os, String arch) {
        String system = os.toLowerCase(Locale.ROOT);
        boolean x64 = arch.equals("amd64") || arch.equals("x86_64");
        boolean aarch64 = arch.equals("aarch64");
        if (system.startsWith("linux") && x64) {
            return LINUX_X64;
        }
        if (system.startsWith("linux") && aarch64) {
            return LINUX_AARCH64;
        }
        if (system.startsWith("mac") && aarch64) {
            return MACOS_AARCH64;
        }
        if (system.startsWith("windows") && x64) {
            return WINDOWS_X64;
        }
        throw new UnsupportedOperationException("No native libraries for " + os + " on " + arch
                + ": ONNX Runtime and the tokenizer come for Linux (x64, aarch64), macOS (aarch64) and Windows (x64)");
    }
}
