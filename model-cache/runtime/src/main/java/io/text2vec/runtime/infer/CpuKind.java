package io.text2vec.runtime.infer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** What a quantised graph is made for. Knows the file names under which hubs and the reference publish each. */
public enum CpuKind {
    /** x86-64 with 8-bit dot products. An AVX2 file runs there too, and was made for that processor's own subset. */
    AVX512_VNNI("avx512_vnni", "model_qint8_avx512_vnni.onnx", "model_quantized_avx512_vnni.onnx"),
    AVX2("avx2", "model_quint8_avx2.onnx", "model_quantized_avx2.onnx"),
    ARM64("arm64", "model_qint8_arm64.onnx", "model_quantized_arm64.onnx"),
    /** None of these: only the plain graph. */
    OTHER("fp32");

    private final String word;
    private final List<String> files;

    CpuKind(String word, String... files) {
        this.word = word;
        this.files = List.of(files);
    }

    /** The variant's name in settings. */
    public String word() {
        return word;
    }

    /** File names of graphs made for this kind, best first. */
    public List<String> files() {
        return files;
    }

    /** The kind of the processor this runs on. */
    public static CpuKind here() {
        String arch = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        if (arch.equals("aarch64") || arch.equals("arm64")) {
            return ARM64;
        }
        List<String> flags = flags();
        if (flags.contains("avx512_vnni") || flags.contains("avx_vnni")) {
            return AVX512_VNNI;
        }
        return flags.contains("avx2") ? AVX2 : OTHER;
    }

    /** The processor's features as Linux lists them; nothing elsewhere, where the plain graph serves. */
    private static List<String> flags() {
        Path cpuinfo = Path.of("/proc/cpuinfo");
        if (!Files.isReadable(cpuinfo)) {
            return List.of();
        }
        try (var lines = Files.lines(cpuinfo)) {
            return lines.filter(line -> line.startsWith("flags"))
                    .findFirst()
                    .map(line ->
                            List.of(line.substring(line.indexOf(':') + 1).trim().split(" ")))
                    .orElse(List.of());
        } catch (IOException e) {
            return List.of(); // as on a system without the file
        }
    }
}
