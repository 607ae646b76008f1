package io.text2vec.hub;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** An answer of the hub that may be another one later: too many requests, or an error of its own. */
final class Passing extends IOException {
    private static final long serialVersionUID = 1;
    private final int status;
    private final transient Optional<Duration> retryAfter;

    Passing(int status, Optional<Duration> retryAfter) {
        super("HTTP status " + status);
        this.status = status;
        this.retryAfter = retryAfter;
    }

    boolean tooManyRequests() {
        return status == 429;
    }

    Optional<Duration> retryAfter() {
        return retryAfter;
    }
}
