package io.text2vec.web;

import java.time.Duration;

/** Bounds of the histograms of times that are a millisecond to ten seconds. */
public final class WorkTimes {
    private WorkTimes() {}

    /** A new array each time: who gets it may keep it. */
    public static Duration[] bounds() {
        return new Duration[] {
            Duration.ofMillis(1),
            Duration.ofMillis(5),
            Duration.ofMillis(20),
            Duration.ofMillis(100),
            Duration.ofMillis(500),
            Duration.ofSeconds(2),
            Duration.ofSeconds(10)
        };
    }
}
