package io.text2vec.collections.object;

import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** RFC 3339 dates as the contract reads and writes them: an offset is needed and kept, a fraction loses its last zeros. */
public final class DateText {
    private DateText() {}

    /** @return nothing if the text is no RFC 3339 date with an offset */
    public static Optional<OffsetDateTime> read(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text, DateTimeFormatter.ISO_OFFSET_DATE_TIME));
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
