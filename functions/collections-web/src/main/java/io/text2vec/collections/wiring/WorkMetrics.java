package io.text2vec.collections.wiring;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.text2vec.collections.work.Workers;
import java.util.function.Supplier;

/** {@code text2vec_work{kind,state}}: reads and writes that are under way, and that wait. */
final class WorkMetrics {
    private WorkMetrics() {}

    static void bind(Workers workers, MeterRegistry registry) {
        gauge(registry, "reads", "running", () -> workers.reads().underWay());
        gauge(registry, "reads", "waiting", () -> workers.reads().waiting());
        gauge(registry, "writes", "running", () -> workers.writes().underWay());
        gauge(registry, "writes", "waiting", () -> workers.writes().waiting());
    }

    private static void gauge(MeterRegistry registry, String kind, String state, Supplier<Number> figure) {
        Gauge.builder("text2vec.work", figure)
                .description("Reads and writes of collections, under way and waiting")
                .tag("kind", kind)
                .tag("state", state)
                .register(registry);
    }
}
