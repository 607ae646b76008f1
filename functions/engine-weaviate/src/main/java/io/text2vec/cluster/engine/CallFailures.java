package io.text2vec.cluster.engine;

import io.text2vec.cluster.client.CallEnded;
import io.text2vec.cluster.client.TooSlow;
import io.text2vec.collections.CollectionException;
import io.text2vec.collections.CollectionException.Busy;
import io.text2vec.collections.CollectionException.EngineFailed;
import io.text2vec.collections.CollectionException.Invalid;
import io.text2vec.collections.CollectionException.NotReady;
import java.time.Duration;

/** What Weaviate's failures are among those of an engine. */
final class CallFailures {
    private static final Duration COME_AGAIN = Duration.ofSeconds(1);

    private CallFailures() {}

    static RuntimeException of(RuntimeException thrown) {
        return switch (thrown) {
            case CallEnded ended -> of(ended);
            case TooSlow slow -> new NotReady(slow.getMessage());
            default -> thrown;
        };
    }

    private static CollectionException of(CallEnded ended) {
        String sentence = "Weaviate answered %s: %s".formatted(ended.status(), ended.getMessage());
        return switch (ended.status()) {
            case RESOURCE_EXHAUSTED -> new Busy(sentence, COME_AGAIN);
            case UNAVAILABLE, DEADLINE_EXCEEDED, ABORTED, CANCELLED -> new NotReady(sentence);
            case INVALID_ARGUMENT,
                    NOT_FOUND,
                    ALREADY_EXISTS,
                    PERMISSION_DENIED,
                    UNAUTHENTICATED,
                    FAILED_PRECONDITION,
                    OUT_OF_RANGE,
                    UNIMPLEMENTED -> new Invalid(sentence);
            case OK, UNKNOWN, INTERNAL, DATA_LOSS -> new EngineFailed(sentence, ended);
        };
    }
}
