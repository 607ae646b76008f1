package io.text2vec.vectorizers;

import io.text2vec.embedder.EmbedException;
import java.time.Duration;

/** What an answer that is not a success means. */
final class Verdict {
    private static final Duration UNTOLD = Duration.ofSeconds(1);

    private Verdict() {}

    /**
     * Whether the same request may succeed a moment later. All requests of ours may be repeated: they change nothing. But
     * one that has taken too long (504) only takes as long again.
     */
    static boolean again(Reply reply) {
        return switch (reply.status()) {
            case 429, 502, 503 -> true;
            default -> false;
        };
    }

    /** How long the vectorizer wants to be left alone. */
    static Duration wait(Reply reply) {
        try {
            return Duration.ofSeconds(
                    Math.clamp(Long.parseLong(reply.retryAfter().orElse("").strip()), 0, 3600));
        } catch (NumberFormatException untoldOrDate) {
            return Duration.ZERO;
        }
    }

    /** The failure of who wanted vectors. */
    static EmbedException of(Address address, Reply reply) {
        String host = address.name();
        return switch (reply.status()) {
            case 400, 422 ->
                new EmbedException.BadInput(
                        "The vectorizer at %s refuses the text or its settings (status %d): compare poolingStrategy and dimensions of the class with what it can."
                                .formatted(host, reply.status()));
            case 413 ->
                new EmbedException.TooLong("The text is longer than the vectorizer at %s takes.".formatted(host));
            case 429 ->
                new EmbedException.Busy(
                        "The vectorizer at %s has too much to do.".formatted(host),
                        wait(reply).isZero() ? UNTOLD : wait(reply));
            case 502, 503, 504 ->
                new EmbedException.NotReady(
                        "The vectorizer at %s is not ready (status %d).".formatted(host, reply.status()));
            case 401, 403 ->
                failed(
                        "The vectorizer at %s wants credentials (status %d), and none are sent: let it take calls without."
                                .formatted(host, reply.status()));
            case 301, 302, 303, 307, 308 ->
                failed(
                        "The vectorizer at %s answers with a redirect (status %d), and none is followed: name the address that it leads to."
                                .formatted(host, reply.status()));
            default -> failed("The vectorizer at %s failed (status %d).".formatted(host, reply.status()));
        };
    }

    private static EmbedException failed(String sentence) {
        return new EmbedException.RuntimeFailed(sentence, null);
    }

    /** An answer of status 200 that is not what was asked for. */
    static EmbedException senseless(Address address, String expected) {
        return failed("The vectorizer at %s answered with something else than %s.".formatted(address.name(), expected));
    }
}
