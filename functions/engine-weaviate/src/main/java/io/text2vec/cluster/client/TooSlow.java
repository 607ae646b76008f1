package io.text2vec.cluster.client;

import java.time.Duration;

/** Weaviate didn't answer in time. */
public final class TooSlow extends RuntimeException {
    private static final long serialVersionUID = 1;

    TooSlow(Address address, Duration deadline) {
        super(
                "Weaviate at %s (%s) did not answer within %d ms; what was asked may have been done or not. TEXT2VEC_WEAVIATE_DEADLINE says how long it may take."
                        .formatted(address, address.setting(), deadline.toMillis()),
                null,
                false,
                false);
    }
}
