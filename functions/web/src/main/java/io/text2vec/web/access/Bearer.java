package io.text2vec.web.access;

import java.util.Optional;

/** The header {@code Authorization: Bearer <secret>}. */
public final class Bearer {
    private static final String SCHEME = "Bearer ";

    private Bearer() {}

    /**
     * The secret of a header, without blanks around it.
     *
     * @param authorization value of the header, or null
     * @return nothing if it is of another scheme
     */
    public static Optional<String> secret(String authorization) {
        return authorization != null && authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? Optional.of(authorization.substring(SCHEME.length()).strip())
                : Optional.empty();
    }
}
