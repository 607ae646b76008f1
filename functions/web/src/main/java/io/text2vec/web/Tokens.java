package io.text2vec.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.text2vec.web.access.Bearer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The Bearer tokens that open this function's doors; none means open to everybody. */
final class Tokens {
    private final List<byte[]> allowed;

    /**
     * @param listed tokens between commas, blanks around them ignored
     * @throws IllegalArgumentException if something is listed and none of it is a token: that must not open the doors
     */
    Tokens(Optional<String> listed) {
        allowed = listed.map(Tokens::split).orElse(List.of());
        if (listed.isPresent() && !listed.get().isEmpty() && allowed.isEmpty()) {
            throw new IllegalArgumentException(
                    "AUTHENTICATION_ALLOWED_TOKENS holds no token: list one or more, separated"
                            + " by commas, or leave it unset to let everybody in");
        }
    }

    private static List<byte[]> split(String listed) {
        return Arrays.stream(listed.split(","))
                .map(String::strip)
                .filter(token -> !token.isEmpty())
                .map(token -> token.getBytes(UTF_8))
                .toList();
    }

    /** Whether everybody may call. */
    boolean isEmpty() {
        return allowed.isEmpty();
    }

    /** @param authorization value of the header, or null */
    boolean admit(String authorization) {
        if (allowed.isEmpty()) {
            return true;
        }
        Optional<String> secret = Bearer.secret(authorization);
        if (secret.isEmpty()) {
            return false;
        }
        byte[] given = secret.get().getBytes(UTF_8);
        boolean found = false;
        for (byte[] token : allowed) { // all of them, so that the time taken tells nothing
            found |= MessageDigest.isEqual(given, token);
        }
        return found;
    }
}
