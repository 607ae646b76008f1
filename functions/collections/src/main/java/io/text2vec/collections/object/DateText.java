package io.text2vec.collections.object;

import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.format.SignStyle;
import java.time.temporal.ChronoField;
import java.util.Optional;

/** RFC 3339 dates as the contract reads and writes them: an offset is needed and kept, a fraction loses its last zeros. */
public final class DateText {
    private static final int SHORTEST = "2020-01-01T00:00:00Z".length();

    /** Narrower than the JDK's own: a year has four digits, seconds are needed. */
    private static final DateTimeFormatter RFC_3339 = new DateTimeFormatterBuilder()
            .appendValue(ChronoField.YEAR, 4, 4, SignStyle.NEVER)
            .appendPattern("-MM-dd'T'HH:mm:ss")
            .optionalStart()
            .appendFraction(ChronoField.NANO_OF_SECOND, 1, 9, true)
            .optionalEnd()
            .appendOffset("+HH:MM", "Z")
            .toFormatter()
            .withChronology(IsoChronology.INSTANCE)
            .withResolverStyle(ResolverStyle.STRICT);

    private DateText() {}

    /** @return nothing if the text is no RFC 3339 date with an offset */
    public static Optional<OffsetDateTime> read(String text) {
        // Most texts that are tried are prose, and a failure is costly.
        if (text.length() < SHORTEST || text.charAt(4) != '-' || text.charAt(10) != 'T') {
            return Optional.empty();
        }
        try {
            return Optional.of(OffsetDateTime.parse(text, RFC_3339));
        } catch (DateTimeParseException notOne) {
            return Optional.empty();
        }
    }

    /** Writes the seconds always, and as much of a fraction as there is. */
    public static String write(OffsetDateTime time) {
        LocalTime clock = time.toLocalTime();
        String fraction =
                clock.getNano() == 0 ? "" : ".%09d".formatted(clock.getNano()).replaceFirst("0+$", "");
        return "%sT%02d:%02d:%02d%s%s"
                .formatted(
                        time.toLocalDate(),
                        clock.getHour(),
                        clock.getMinute(),
                        clock.getSecond(),
                        fraction,
                        time.getOffset());
    }
}
