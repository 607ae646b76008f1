package io.text2vec.collections.object;

import java.util.Optional;
import java.util.UUID;

/** UUIDs in their 36 characters; the JDK alone would take shorter ones too. */
public final class UuidText {
    private static final int LENGTH = 36;

    private UuidText() {}

    /** @return nothing if the text is no UUID */
    public static Optional<UUID> read(String text) {
        if (text.length() != LENGTH) {
            return Optional.empty();
        }
        for (int i = 0; i < LENGTH; i++) {
            boolean dash = i == 8 || i == 13 || i == 18 || i == 23;
            if (dash ? text.charAt(i) != '-' : !hexadecimal(text.charAt(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(UUID.fromString(text));
    }

    private static boolean hexadecimal(char c) {
        return c >= '0' && c <= '9' || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F';
    }
}
