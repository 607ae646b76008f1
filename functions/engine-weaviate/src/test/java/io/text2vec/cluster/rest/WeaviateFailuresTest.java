package io.text2vec.cluster.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.text2vec.cluster.client.Refused;
import io.text2vec.cluster.client.RestReply;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import org.junit.jupiter.api.Test;

class WeaviateFailuresTest {
    private final WeaviateFailures failures = new WeaviateFailures();

    @Test
    void whatWeaviateRefusedKeepsItsStatus() {
        assertThat(failures.of(refused(403)).orElseThrow().status()).isEqualTo(403);
    }

    @Test
    void anAnswerThatIsNoFailureIsABadOne() {
        assertThat(failures.of(refused(302)).orElseThrow().status()).isEqualTo(502);
    }

    @Test
    void anythingElseIsUnknown() {
        assertThat(failures.of(new IllegalStateException())).isEmpty();
    }

    private static Refused refused(int status) {
        return new Refused(new RestReply(status, MultiMap.caseInsensitiveMultiMap(), Buffer.buffer("no")));
    }
}
