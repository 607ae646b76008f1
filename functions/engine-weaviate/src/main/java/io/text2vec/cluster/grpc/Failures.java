package io.text2vec.cluster.grpc;

import io.text2vec.cluster.client.CallEnded;
import io.text2vec.cluster.client.Refused;
import io.text2vec.cluster.client.TooSlow;
import io.text2vec.collections.CollectionException.Busy;
import io.text2vec.weaviate.grpc.CallRefused;
import io.vertx.grpc.common.GrpcStatus;
import java.time.Duration;

/** What Weaviate's failures mean to the caller of a call. */
final class Failures {
    private static final Duration COME_AGAIN = Duration.ofSeconds(1);

    private Failures() {}

    static RuntimeException of(RuntimeException thrown) {
        return switch (thrown) {
            case CallEnded ended
            when ended.status() == GrpcStatus.RESOURCE_EXHAUSTED -> new Busy(ended.getMessage(), COME_AGAIN);
            case CallEnded ended -> CallRefused.of(ended.status(), ended.getMessage());
            case TooSlow slow -> CallRefused.of(GrpcStatus.DEADLINE_EXCEEDED, slow.getMessage());
            case Refused refused when refused.reply().status() == 429 -> new Busy(refused.getMessage(), COME_AGAIN);
            case Refused refused -> CallRefused.of(statusOf(refused.reply().status()), refused.getMessage());
            default -> thrown;
        };
    }

    private static GrpcStatus statusOf(int http) {
        return switch (http) {
            case 401 -> GrpcStatus.UNAUTHENTICATED;
            case 403 -> GrpcStatus.PERMISSION_DENIED;
            case 502, 503, 504 -> GrpcStatus.UNAVAILABLE;
            default -> GrpcStatus.UNKNOWN;
        };
    }
}
