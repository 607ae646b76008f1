package io.text2vec.bench.load;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * What a phase of load gave.
 *
 * @param requests answered ones
 * @param seconds from the first request to the last answer
 * @param cpuSeconds what the client itself used of the cores meanwhile
 * @param medianMillis half of the answers came within this time
 * @param p99Millis 99 of 100 did
 */
public record LoadResult(long requests, double seconds, double cpuSeconds, double medianMillis, double p99Millis) {

    /** Vectors a second. */
    public double rate() {
        return requests / seconds;
    }

    String toLine() {
        return requests + " " + seconds + " " + cpuSeconds + " " + medianMillis + " " + p99Millis;
    }

    static LoadResult parse(String line) {
        String[] parts = line.split(" ");
        return new LoadResult(
                Long.parseLong(parts[0]),
                Double.parseDouble(parts[1]),
                Double.parseDouble(parts[2]),
                Double.parseDouble(parts[3]),
                Double.parseDouble(parts[4]));
    }

    static long processCpuNanos() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }
}
