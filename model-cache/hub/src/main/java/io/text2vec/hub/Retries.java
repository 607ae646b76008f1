package io.text2vec.hub;

import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Optional;

/**
 * Counts the failures of one thing that is tried again and again, and waits between them: a second, two, four, or as long
 * as the hub asks for.
 *
 * @param what is tried, for messages
 */
final class Retries {
    static final int MOST = 5;
    private static final Duration FIRST = Duration.ofSeconds(1);

    /** Whoever is asked to wait longer is told instead of kept. */
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final String what;
    private final String endpoint;
    private final Pause pause;
    private final PullListener listener;
    private int failures;

    Retries(String what, String endpoint, Pause pause, PullListener listener) {
        this.what = what;
        this.endpoint = endpoint;
        this.pause = pause;
        this.listener = listener;
    }

    /** Something went well in between. */
    void progressed() {
        failures = 0;
    }

    /**
     * Waits, unless this was one failure too many.
     *
     * @throws HubException in that case
     */
    void after(IOException failure) {
        failures++;
        Optional<Duration> asked = failure instanceof Passing passing ? passing.retryAfter() : Optional.empty();
        Duration wait = asked.orElse(FIRST.multipliedBy(1L << (failures - 1)));
        if (failures >= MOST || wait.compareTo(LONGEST) > 0) {
            throw givenUp(failure, asked);
        }
        listener.retrying(what, reason(failure), wait);
        try {
            pause.waitFor(wait);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new HubException.Unreachable("Fetching " + what + " was interrupted", e);
        }
    }

    private HubException givenUp(IOException failure, Optional<Duration> asked) {
        if (failure instanceof Passing passing && passing.tooManyRequests()) {
            return new HubException.TooManyRequests(
                    "The hub at " + endpoint + " answers 429, too many requests, for " + what + ": try again "
                            + asked.map(wait -> "in " + wait.toSeconds() + " s").orElse("later")
                            + "; with a token in HF_TOKEN it allows more",
                    asked);
        }
        return new HubException.Unreachable(
                "Fetching " + what + " from " + endpoint + " failed " + failures + " times in a row, at last with: "
                        + reason(failure)
                        + ". Check the connection, a proxy (-Dhttps.proxyHost) and HF_ENDPOINT, then try"
                        + " again: what has arrived is kept",
                failure);
    }

    /** The client's connection failures have no message, only a type. */
    private static String reason(IOException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnresolvedAddressException || cause instanceof UnknownHostException) {
                return "nobody knows a host of that name";
            }
        }
        String message = failure.getMessage();
        if (message == null) {
            return failure instanceof ConnectException
                    ? "nobody answers there"
                    : failure.getClass().getSimpleName();
        }
        return message;
    }
}
