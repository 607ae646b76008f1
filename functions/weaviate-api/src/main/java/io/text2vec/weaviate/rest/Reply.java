package io.text2vec.weaviate.rest;

import java.util.Optional;

/**
 * What a door answers.
 *
 * @param status HTTP status
 * @param body a JSON tree; absent: an empty body
 */
record Reply(int status, Optional<Object> body) {

    static Reply ok(Object body) {
        return new Reply(200, Optional.of(body));
    }

    static Reply empty(int status) {
        return new Reply(status, Optional.empty());
    }

    /** The contract's answer for what is not there. */
    static Reply notThere() {
        return empty(404);
    }
}
