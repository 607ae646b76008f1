package io.text2vec.cluster.rest;

import io.text2vec.cluster.client.Refused;
import io.text2vec.cluster.client.TooSlow;
import io.text2vec.web.Failure;
import io.text2vec.web.KnownFailures;
import jakarta.inject.Singleton;
import java.util.Optional;

/** What Weaviate refused gets its own HTTP status, an answer that didn't come in time another. */
@Singleton
final class WeaviateFailures implements KnownFailures {
    private static final int FIRST_FAILURE = 400;
    private static final int BAD_GATEWAY = 502;
    private static final int GATEWAY_TIMEOUT = 504;

    @Override
    public Optional<Failure> of(Throwable thrown) {
        return switch (thrown) {
            case TooSlow slow -> Optional.of(new Failure(GATEWAY_TIMEOUT, slow.getMessage()));
            case Refused refused -> {
                int status = refused.reply().status();
                yield Optional.of(new Failure(status < FIRST_FAILURE ? BAD_GATEWAY : status, refused.getMessage()));
            }
            default -> Optional.empty();
        };
    }
}
