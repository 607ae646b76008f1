package io.text2vec.web.access;

/** Thrown where a caller is unknown, or known and may not do what it asks for. */
public final class AccessDenied extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final boolean authenticated;

    private AccessDenied(String message, boolean authenticated) {
        super(message, null, false, false);
        this.authenticated = authenticated;
    }

    static AccessDenied unknown(String message) {
        return new AccessDenied(message, false);
    }

    static AccessDenied forbidden(String message) {
        return new AccessDenied(message, true);
    }

    /** Whether the caller is known: then asking again with the same key changes nothing. */
    public boolean authenticated() {
        return authenticated;
    }
}
