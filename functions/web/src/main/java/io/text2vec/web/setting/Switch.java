package io.text2vec.web.setting;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Settings that are on or off, as Weaviate reads them. */
public final class Switch {
    private static final Set<String> YES = Set.of("true", "on", "enabled", "1");

    private Switch() {}

    /** Whether the word is one that switches on; any other, or none, leaves off. */
    public static boolean on(Optional<String> word) {
        return word.map(text -> YES.contains(text.strip().toLowerCase(Locale.ROOT)))
                .orElse(false);
    }
}
