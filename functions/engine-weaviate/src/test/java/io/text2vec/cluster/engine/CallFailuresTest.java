package io.text2vec.cluster.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.text2vec.cluster.client.CallEnded;
import io.text2vec.collections.CollectionException;
import io.text2vec.collections.CollectionException.Busy;
import io.text2vec.collections.CollectionException.EngineFailed;
import io.text2vec.collections.CollectionException.Invalid;
import io.text2vec.collections.CollectionException.NotReady;
import io.vertx.grpc.common.GrpcStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CallFailuresTest {

    @ParameterizedTest
    @EnumSource
    void everyStatusIsAFailureOfAnEngineThatSaysWhatWeaviateSaid(GrpcStatus status) {
        assertThat(of(status)).isInstanceOf(CollectionException.class).hasMessageContaining("it said so");
    }

    @Test
    void whatMayGoBetterNextTimeIsToldFromWhatWillNot() {
        assertThat(of(GrpcStatus.RESOURCE_EXHAUSTED)).isInstanceOf(Busy.class);
        assertThat(of(GrpcStatus.UNAVAILABLE)).isInstanceOf(NotReady.class);
        assertThat(of(GrpcStatus.INVALID_ARGUMENT)).isInstanceOf(Invalid.class);
        assertThat(of(GrpcStatus.UNKNOWN)).isInstanceOf(EngineFailed.class);
    }

    @Test
    void whatIsNoCallsFailureStays() {
        IllegalStateException other = new IllegalStateException();
        assertThat(CallFailures.of(other)).isSameAs(other);
    }

    private static RuntimeException of(GrpcStatus status) {
        return CallFailures.of(new CallEnded(status, "it said so"));
    }
}
