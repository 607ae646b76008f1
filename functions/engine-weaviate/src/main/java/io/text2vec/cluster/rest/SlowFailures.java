package io.text2vec.cluster.rest;

import io.text2vec.cluster.client.TooSlow;
import io.text2vec.web.Failure;
import io.text2vec.web.KnownFailures;
import jakarta.inject.Singleton;
import java.util.Optional;

/** An answer that didn't come in time gets its HTTP status. */
@Singleton
final class SlowFailures implements KnownFailures {
    private static final int GATEWAY_TIMEOUT = 504;

    @Override
    public Optional<Failure> of(Throwable thrown) {
        return thrown instanceof TooSlow slow
                ? Optional.of(new Failure(GATEWAY_TIMEOUT, slow.getMessage()))
                : Optional.empty();
    }
}
