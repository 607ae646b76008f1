package io.text2vec.runtime;

import io.text2vec.runtime.source.ModelException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Typed access to environment variables; one that is empty counts as absent.
 *
 * @param environment from a name to its value or null
 */
record Variables(UnaryOperator<String> environment) {
    private static final Pattern DURATION = Pattern.compile("(\\d{1,9})(ms|s|m)?");

    Optional<String> text(String name) {
        return Optional.ofNullable(environment.apply(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    /** The reference's switches are on at {@code true} and {@code 1}, off at everything else. */
    boolean flag(String name) {
        return text(name)
                .filter(value -> value.equalsIgnoreCase("true") || value.equals("1"))
                .isPresent();
    }

    OptionalInt number(String name) {
        Optional<String> text = text(name);
        if (text.isEmpty()) {
            return OptionalInt.empty();
        }
        try {
            int number = Integer.parseInt(text.get());
            if (number > 0) {
                return OptionalInt.of(number);
            }
        } catch (NumberFormatException _) {
            // refused below, like a number out of range
        }
        throw refused(name, "expected a whole number above 0");
    }

    /** A duration as {@code 30s}, {@code 500ms} or {@code 2m}; a bare number is seconds. */
    Optional<Duration> duration(String name) {
        return text(name).map(value -> {
            Matcher parts = DURATION.matcher(value.toLowerCase(Locale.ROOT));
            if (!parts.matches()) {
                throw refused(name, "expected a duration such as 30s, 500ms or 2m");
            }
            long amount = Long.parseLong(parts.group(1));
            return switch (parts.group(2)) {
                case "ms" -> Duration.ofMillis(amount);
                case "m" -> Duration.ofMinutes(amount);
                case null, default -> Duration.ofSeconds(amount);
            };
        });
    }

    /** One of some words; the first of them where nothing is set. */
    String choice(String name, String... words) {
        String word = text(name).orElse(words[0]);
        if (!List.of(words).contains(word)) {
            throw refused(name, "it can be " + String.join(", ", words));
        }
        return word;
    }

    ModelException refused(String name, String why) {
        return new ModelException(name + " is '" + text(name).orElse("") + "'; " + why);
    }
}
