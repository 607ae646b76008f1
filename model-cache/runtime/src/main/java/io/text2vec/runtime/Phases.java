package io.text2vec.runtime;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** How long the parts of loading took, in the order of their ends. Parts may run side by side. */
final class Phases {
    private final Map<String, Duration> durations = new LinkedHashMap<>();

    <T> T timed(String phase, Supplier<T> work) {
        long start = System.nanoTime();
        try {
            return work.get();
        } finally {
            ended(phase, Duration.ofNanos(System.nanoTime() - start));
        }
    }

    void timed(String phase, Runnable work) {
        timed(phase, () -> {
            work.run();
            return null;
        });
    }

    private synchronized void ended(String phase, Duration duration) {
        durations.put(phase, duration);
    }

    synchronized Map<String, Duration> durations() {
        return new LinkedHashMap<>(durations);
    }
}
