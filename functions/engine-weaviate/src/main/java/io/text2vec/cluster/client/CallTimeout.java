package io.text2vec.cluster.client;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

/** The header {@code grpc-timeout}: at most eight digits and a unit. */
final class CallTimeout {
    static final String HEADER = "grpc-timeout";

    private static final int MOST_DIGITS = 8;
    private static final Map<Character, ChronoUnit> UNITS = Map.of(
            'H', ChronoUnit.HOURS,
            'M', ChronoUnit.MINUTES,
            'S', ChronoUnit.SECONDS,
            'm', ChronoUnit.MILLIS,
            'u', ChronoUnit.MICROS,
            'n', ChronoUnit.NANOS);

    private CallTimeout() {}

    /** Nothing if there is none, or it is none. */
    static Optional<Duration> read(String header) {
        if (header == null || !header.matches("[0-9]{1," + MOST_DIGITS + "}[HMSmun]")) {
            return Optional.empty();
        }
        int unit = header.length() - 1;
        return Optional.of(Duration.of(Long.parseLong(header.substring(0, unit)), UNITS.get(header.charAt(unit))));
    }

    /** @param duration less than a day */
    static String write(Duration duration) {
        return duration.toMillis() + "m";
    }
}
