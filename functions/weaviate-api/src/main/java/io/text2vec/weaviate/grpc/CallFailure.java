package io.text2vec.weaviate.grpc;

import com.google.protobuf.Any;
import com.google.rpc.RetryInfo;
import com.google.rpc.Status;
import io.text2vec.collections.CollectionException;
import io.text2vec.embedder.EmbedException;
import io.text2vec.web.access.AccessDenied;
import io.vertx.grpc.common.GrpcStatus;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.CompletionException;

/**
 * Why a call got no answer.
 *
 * @param retryAfter when asking again may help
 */
record CallFailure(GrpcStatus status, String sentence, Optional<Duration> retryAfter) {

    private CallFailure(GrpcStatus status, String sentence) {
        this(status, sentence, Optional.empty());
    }

    /** What anything that was thrown means to a client. */
    static CallFailure of(Throwable thrown) {
        return switch (thrown) {
            case CollectionException failure -> of(failure);
            case CallRefused refused -> new CallFailure(refused.status(), refused.getMessage());
            case AccessDenied denied ->
                new CallFailure(
                        denied.authenticated() ? GrpcStatus.PERMISSION_DENIED : GrpcStatus.UNAUTHENTICATED,
                        denied.getMessage());
            case EmbedException failure -> withoutVector(failure.getMessage(), failure);
            case CompletionException wrapper when wrapper.getCause() != null -> of(wrapper.getCause());
            default -> new CallFailure(GrpcStatus.INTERNAL, "An internal error; the function's log tells more.");
        };
    }

    /** The one place where a failure of a collection gets its status. */
    private static CallFailure of(CollectionException failure) {
        String sentence = failure.getMessage();
        return switch (failure) { // no default: a new failure does not compile until it has a status
            case CollectionException.Invalid _ -> new CallFailure(GrpcStatus.INVALID_ARGUMENT, sentence);
            case CollectionException.NotFound _ -> new CallFailure(GrpcStatus.NOT_FOUND, sentence);
            case CollectionException.Unsupported _ -> new CallFailure(GrpcStatus.UNIMPLEMENTED, sentence);
            case CollectionException.Busy busy -> busy(sentence, busy.retryAfter());
            case CollectionException.NotReady _ -> new CallFailure(GrpcStatus.UNAVAILABLE, sentence);
            case CollectionException.NoVector noVector -> withoutVector(sentence, noVector.getCause());
            case CollectionException.EngineFailed _ -> new CallFailure(GrpcStatus.INTERNAL, sentence);
        };
    }

    private static CallFailure withoutVector(String sentence, Throwable cause) {
        return switch (cause) {
            case EmbedException.BadInput _ -> new CallFailure(GrpcStatus.INVALID_ARGUMENT, sentence);
            case EmbedException.TooLong _ -> new CallFailure(GrpcStatus.INVALID_ARGUMENT, sentence);
            case EmbedException.Busy busy -> busy(sentence, busy.retryAfter());
            case EmbedException.NotReady _ -> new CallFailure(GrpcStatus.UNAVAILABLE, sentence);
            case EmbedException.DeadlinePassed _ -> new CallFailure(GrpcStatus.DEADLINE_EXCEEDED, sentence);
            case null, default -> new CallFailure(GrpcStatus.INTERNAL, sentence);
        };
    }

    private static CallFailure busy(String sentence, Duration wait) {
        return new CallFailure(GrpcStatus.RESOURCE_EXHAUSTED, sentence, Optional.of(wait));
    }

    /** The trailer {@code grpc-status-details-bin}: how long to wait, as clients' libraries read it. */
    Optional<String> details() {
        return retryAfter.map(wait -> {
            RetryInfo info = RetryInfo.newBuilder()
                    .setRetryDelay(com.google.protobuf.Duration.newBuilder()
                            .setSeconds(wait.getSeconds())
                            .setNanos(wait.getNano()))
                    .build();
            byte[] bytes = Status.newBuilder()
                    .setCode(status.code)
                    .setMessage(sentence)
                    .addDetails(Any.pack(info))
                    .build()
                    .toByteArray();
            return Base64.getEncoder().withoutPadding().encodeToString(bytes);
        });
    }
}
