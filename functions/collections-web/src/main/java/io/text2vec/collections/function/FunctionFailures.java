package io.text2vec.collections.function;

import io.text2vec.collections.CollectionException;
import io.text2vec.web.Failure;
import io.text2vec.web.Refusal;

/**
 * What a failure of a collection means to the caller of a function. Whatever stays wrong is a 422, never a 404 or a 5xx,
 * after which a broker would send the event again.
 */
final class FunctionFailures {
    private FunctionFailures() {}

    /** The failure as a function's caller is told it; what is no collection's failure stays. */
    static Throwable of(Throwable thrown) {
        return thrown instanceof CollectionException failure ? of(failure) : thrown;
    }

    private static RuntimeException of(CollectionException failure) {
        String sentence = failure.getMessage();
        return switch (failure) { // no default: a new failure does not compile until it has a status
            case CollectionException.Invalid _, CollectionException.NotFound _, CollectionException.Unsupported _ ->
                Refusal.unprocessable(sentence);
            case CollectionException.Busy busy -> new Refusal(Failure.busy(sentence, busy.retryAfter()));
            case CollectionException.NotReady _ -> new Refusal(Failure.unavailable(sentence));
            case CollectionException.NoVector noVector ->
                noVector.getCause() instanceof RuntimeException cause ? cause : noVector;
            case CollectionException.EngineFailed failed -> failed;
        };
    }
}
