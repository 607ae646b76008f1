package io.text2vec.weaviate.grpc;

import io.grpc.health.v1.HealthCheckResponse;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.text2vec.web.Readiness;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.function.BooleanSupplier;

/** Whether calls are served, whatever the name of the service that is asked for: clients send odd ones. */
@Singleton
final class HealthAnswer {
    private final BooleanSupplier serves;

    @Inject
    HealthAnswer(Readiness readiness) {
        this(readiness::ready);
    }

    HealthAnswer(BooleanSupplier serves) {
        this.serves = serves;
    }

    HealthCheckResponse now() {
        return HealthCheckResponse.newBuilder()
                .setStatus(serves.getAsBoolean() ? ServingStatus.SERVING : ServingStatus.NOT_SERVING)
                .build();
    }
}
