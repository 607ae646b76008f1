package io.text2vec.hub;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Variables as the hub's own client reads them; one that is empty counts as absent.
 *
 * @param variables from a name to its value or null
 */
record Environment(UnaryOperator<String> variables) {
    private static final Set<String> YES = Set.of("1", "on", "yes", "true");

    Optional<String> text(String name) {
        return Optional.ofNullable(variables.apply(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    boolean isOn(String name) {
        return text(name)
                .filter(value -> YES.contains(value.toLowerCase(Locale.ROOT)))
                .isPresent();
    }

    Optional<Path> path(String name) {
        return text(name).map(Path::of);
    }

    Optional<Duration> seconds(String name) {
        return text(name).map(value -> {
            if (value.matches("[1-9]\\d{0,5}")) {
                return Duration.ofSeconds(Integer.parseInt(value));
            }
            throw new HubException.BadSetting(name + " is '" + value + "'; expected whole seconds above 0");
        });
    }

    URI endpoint(String name, String otherwise) {
        String value = text(name).orElse(otherwise).replaceAll("/+$", "");
        if (!value.matches("https?://[^\\s/]+(/\\S*)?")) {
            throw new HubException.BadSetting(
                    name + " is '" + value + "'; expected the address of a hub, such as " + otherwise);
        }
        try {
            return URI.create(value);
        } catch (IllegalArgumentException e) {
            throw new HubException.BadSetting(name + " is '" + value + "', which is no address: " + e.getMessage());
        }
    }
}
