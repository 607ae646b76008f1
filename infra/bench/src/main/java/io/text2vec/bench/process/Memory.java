package io.text2vec.bench.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Memory of a process, from Linux' {@code /proc}.
 *
 * @param residentMiB pages in memory
 * @param proportionalMiB the same with pages that several processes share divided among them
 */
public record Memory(double residentMiB, double proportionalMiB) {

    /** Reads it, or NaN where there is no {@code /proc}. */
    public static Memory of(long pid) throws IOException {
        Path process = Path.of("/proc", Long.toString(pid));
        if (!Files.exists(process)) {
            return new Memory(Double.NaN, Double.NaN);
        }
        return new Memory(
                mebibytes(process.resolve("status"), "VmRSS:"), mebibytes(process.resolve("smaps_rollup"), "Pss:"));
    }

    private static double mebibytes(Path file, String name) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> line.startsWith(name))
                .mapToDouble(line -> Long.parseLong(line.split("\\s+")[1]) / 1024.0)
                .findFirst()
                .orElseThrow(() -> new IOException("No " + name + " in " + file));
    }
}
