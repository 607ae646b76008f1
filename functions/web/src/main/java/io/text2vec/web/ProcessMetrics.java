package io.text2vec.web;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Memory that the framework's own meters don't tell of:
 *
 * <ul>
 *   <li>{@code text2vec_body_bytes}, {@code text2vec_body_bytes_max}: bodies of requests under way, and how much they may
 *       be together
 *   <li>{@code text2vec_resident_bytes}: memory of the process, where Linux tells it; most of it is the model's and outside
 *       the heap
 * </ul>
 */
@Singleton
final class ProcessMetrics {
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final long KIBIBYTE = 1024;

    private final MeterRegistry registry;
    private final BodySpace bodies;

    ProcessMetrics(MeterRegistry registry, BodySpace bodies) {
        this.registry = registry;
        this.bodies = bodies;
    }

    void register(@Observes StartupEvent start) {
        Gauge.builder("text2vec.body.bytes", bodies, BodySpace::taken)
                .description("Bodies of requests under way")
                .register(registry);
        Gauge.builder("text2vec.body.bytes.max", bodies, BodySpace::size)
                .description("How much these may be together")
                .register(registry);
        if (Files.isReadable(STATUS)) {
            Gauge.builder("text2vec.resident.bytes", ProcessMetrics::resident)
                    .description("Resident memory of the process")
                    .register(registry);
        }
    }

    private static double resident() {
        try {
            for (String line : Files.readAllLines(STATUS)) {
                if (line.startsWith("VmRSS:")) {
                    return Long.parseLong(line.replaceAll("[^0-9]", "")) * (double) KIBIBYTE;
                }
            }
        } catch (IOException e) {
            return Double.NaN; // Prometheus' word for a figure that isn't known
        }
        return Double.NaN;
    }
}
