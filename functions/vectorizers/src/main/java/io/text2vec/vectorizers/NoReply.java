package io.text2vec.vectorizers;

import io.text2vec.collections.CollectionException;
import io.text2vec.embedder.EmbedException;
import java.time.Duration;

/** Why there is no answer. */
final class NoReply extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient RuntimeException meaning;
    private final boolean again;

    private NoReply(RuntimeException meaning, boolean again) {
        super(meaning.getMessage(), meaning, false, false);
        this.meaning = meaning;
        this.again = again;
    }

    /** The failure of who wanted vectors. */
    RuntimeException meaning() {
        return meaning;
    }

    /** Whether the next attempt may succeed. */
    boolean again() {
        return again;
    }

    /** Not asked again: whoever is too slow is not helped by another request. */
    static NoReply tooSlow(Address address, Duration timeout) {
        return new NoReply(
                new EmbedException.NotReady(
                        "The vectorizer at %s has not answered within %d ms; MODULES_CLIENT_TIMEOUT says how long it may take."
                                .formatted(address.name(), timeout.toMillis())),
                false);
    }

    /** @param cause its class alone is told: messages of the network name paths and addresses of ours */
    static NoReply unreachable(Address address, Throwable cause) {
        return new NoReply(
                new EmbedException.NotReady(
                        "The vectorizer at %s can't be reached, or broke the connection off (%s). Start it, or change its address: TRANSFORMERS_INFERENCE_API and its like, or inferenceUrl of the class."
                                .formatted(address.name(), cause.getClass().getSimpleName())),
                true);
    }

    static NoReply tooLarge(Address address, int most) {
        return new NoReply(
                new EmbedException.RuntimeFailed(
                        "The vectorizer at %s answered with more than the %d bytes that its answer may have."
                                .formatted(address.name(), most),
                        null),
                false);
    }

    static NoReply linkLocal(Address address) {
        return new NoReply(
                new CollectionException.Invalid(
                        "The vectorizer's host %s has a link-local address, where none is ever called. Name another host."
                                .formatted(address.name())),
                false);
    }
}
