package io.text2vec.bench.autoscaler;

import java.util.List;

/**
 * What a pod runs, and how it was measured.
 *
 * @param coldLeast seconds from the start of the process to its first vector, at best
 * @param coldMost the same at worst
 * @param serviceMillis how long one of the pod's inferences at once is busy with a request
 * @param memoryMiB resident memory under load
 */
record Software(String name, double coldLeast, double coldMost, double serviceMillis, double memoryMiB) {
    /** Inferences at once in a pod, and its processors: all was measured on two. */
    static final int RUNS = 2;

    /** Texts a second of two cores with 12 tokens and 8 connections, docs/performance.md: the server, and its ceiling. */
    private static final double SERVER = 1028.7;

    private static final double CEILING = 1177.9;

    /** docs/native.md: the native executable's texts a second to the JVM's. */
    private static final double NATIVE_TO_JVM = 0.98;

    /** The Python container on the same kind of machine: a third of what the libraries give in one process. */
    private static final double REFERENCE_TO_CEILING = 1.0 / 3;

    private static final double MEGABYTE = 1e6 / (1 << 20);

    static List<Software> measured() {
        return List.of(
                new Software("native", 0.131, 0.345, 1000 * RUNS / (SERVER * NATIVE_TO_JVM), 126),
                new Software("JVM", 1.224, 2.226, 1000 * RUNS / SERVER, 361),
                new Software("reference", 5, 8, 1000 * RUNS / (CEILING * REFERENCE_TO_CEILING), 1200 * MEGABYTE));
    }

    /** Reads {@code name,coldLeast,coldMost,serviceMillis,memoryMiB}. */
    static Software parse(String text) {
        String[] parts = text.split(",");
        if (parts.length != 5) {
            throw new IllegalArgumentException("--software needs NAME,COLD,COLD,MILLIS,MIB, got " + text);
        }
        Software software = new Software(
                parts[0],
                Double.parseDouble(parts[1]),
                Double.parseDouble(parts[2]),
                Double.parseDouble(parts[3]),
                Double.parseDouble(parts[4]));
        if (software.coldLeast < 0 || software.coldMost < software.coldLeast || software.serviceMillis <= 0) {
            throw new IllegalArgumentException("--software needs 0 <= COLD <= COLD and MILLIS above 0, got " + text);
        }
        return software;
    }

    /** Pods that are busy at most to {@code utilisation} with so many requests a second. */
    int podsFor(double rate, double utilisation) {
        return (int) Math.max(1, Math.ceil(rate * serviceMillis / 1000 / RUNS / utilisation));
    }
}
