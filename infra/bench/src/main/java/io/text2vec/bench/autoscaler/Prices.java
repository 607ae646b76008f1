package io.text2vec.bench.autoscaler;

/**
 * What is paid for a pod while it is there.
 *
 * @param processor for a processor and hour
 * @param gibibyte for a GiB of memory and hour
 * @param headroom what a pod asks for, as a multiple of the memory that it was measured with
 */
record Prices(double processor, double gibibyte, double headroom) {
    private static final double MIB_OF_GIB = 1024;

    double of(Software software, double podHours) {
        double memory = software.memoryMiB() * headroom / MIB_OF_GIB;
        return podHours * (Software.RUNS * processor + memory * gibibyte);
    }
}
