package io.text2vec.weaviate.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.text2vec.collections.CollectionException;
import io.text2vec.embedder.EmbedException;
import io.vertx.grpc.common.GrpcStatus;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class CallFailureTest {
    private static final Duration WAIT = Duration.ofSeconds(2);

    @Test
    void everyFailureOfACollectionHasItsStatus() {
        assertStatus(new CollectionException.Invalid("x"), GrpcStatus.INVALID_ARGUMENT);
        assertStatus(new CollectionException.NotFound("x"), GrpcStatus.NOT_FOUND);
        assertStatus(new CollectionException.Unsupported("x"), GrpcStatus.UNIMPLEMENTED);
        assertStatus(new CollectionException.Busy("x", WAIT), GrpcStatus.RESOURCE_EXHAUSTED);
        assertStatus(new CollectionException.NotReady("x"), GrpcStatus.UNAVAILABLE);
        assertStatus(new CollectionException.EngineFailed("x", null), GrpcStatus.INTERNAL);
    }

    @Test
    void aMissingVectorsCauseDecides() {
        assertStatus(noVector(new EmbedException.Busy("y", WAIT)), GrpcStatus.RESOURCE_EXHAUSTED);
        assertStatus(noVector(new EmbedException.NotReady("y")), GrpcStatus.UNAVAILABLE);
        assertStatus(noVector(new IllegalStateException("y")), GrpcStatus.INTERNAL);
        assertThat(CallFailure.of(noVector(new EmbedException.Busy("y", WAIT))).retryAfter())
                .contains(WAIT);
    }

    private static CollectionException noVector(Throwable cause) {
        return new CollectionException.NoVector("x", cause);
    }

    @Test
    void whatAFutureWrapsIsUnwrapped() {
        assertStatus(new CompletionException(new CollectionException.NotFound("x")), GrpcStatus.NOT_FOUND);
    }

    @Test
    void whatNobodyExpectedTellsNothing() {
        assertThat(CallFailure.of(new IllegalStateException("a secret")).sentence())
                .doesNotContain("secret");
    }

    private static void assertStatus(Throwable thrown, GrpcStatus status) {
        assertThat(CallFailure.of(thrown).status()).isEqualTo(status);
    }
}
