package io.text2vec.vectorizers;

import java.util.Optional;

/**
 * What a vectorizer answered.
 *
 * @param retryAfter the header {@code Retry-After}
 * @param fingerprint the header {@code text2vec-fingerprint}
 * @param body only to be read
 */
record Reply(int status, Optional<String> retryAfter, Optional<String> fingerprint, byte[] body) {

    boolean good() {
        return status >= 200 && status < 300;
    }
}
