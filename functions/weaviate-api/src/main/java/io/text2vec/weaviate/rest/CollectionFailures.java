package io.text2vec.weaviate.rest;

import io.text2vec.collections.CollectionException;
import io.text2vec.embedder.EmbedException;
import io.text2vec.web.Failure;
import io.text2vec.web.KnownFailures;
import jakarta.inject.Singleton;
import java.util.Optional;

/** The one place where a failure of a collection gets its HTTP status. */
@Singleton
final class CollectionFailures implements KnownFailures {

    @Override
    public Optional<Failure> of(Throwable thrown) {
        return thrown instanceof CollectionException failure ? Optional.of(of(failure)) : Optional.empty();
    }

    private static Failure of(CollectionException failure) {
        String sentence = failure.getMessage();
        return switch (failure) { // no default: a new failure does not compile until it has a status
            case CollectionException.Invalid _ -> new Failure(422, sentence);
            case CollectionException.NotFound _ -> new Failure(404, sentence);
            case CollectionException.Unsupported _ -> new Failure(501, sentence);
            case CollectionException.Busy busy -> Failure.busy(sentence, busy.retryAfter());
            case CollectionException.NotReady _ -> Failure.unavailable(sentence);
            case CollectionException.NoVector noVector -> withoutVector(sentence, noVector.getCause());
            case CollectionException.EngineFailed _ -> new Failure(500, sentence);
        };
    }

    /** Overload and starting stay what they are, since asking again helps; the contract has 500 for the rest. */
    private static Failure withoutVector(String sentence, Throwable cause) {
        return switch (cause) {
            case EmbedException.Busy busy -> Failure.busy(sentence, busy.retryAfter());
            case EmbedException.NotReady _ -> Failure.unavailable(sentence);
            case null, default -> new Failure(500, sentence);
        };
    }
}
