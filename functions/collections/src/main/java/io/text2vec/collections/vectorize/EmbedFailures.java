package io.text2vec.collections.vectorize;

import io.text2vec.collections.CollectionException;
import io.text2vec.embedder.EmbedException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** What an embedder's failure means to a collection. */
public final class EmbedFailures {
    private EmbedFailures() {}

    /**
     * Waits for an embedder's answer.
     *
     * @throws CollectionException why there is none
     */
    public static <T> T await(CompletableFuture<T> coming) {
        try {
            return coming.join();
        } catch (CompletionException e) {
            throw of(e.getCause());
        } catch (CancellationException e) {
            throw of(e);
        }
    }

    static CollectionException of(Throwable thrown) {
        return switch (thrown) {
            case EmbedException failure -> of(failure);
            case CollectionException known -> known;
            case null, default ->
                new CollectionException.NoVector("No vector could be made: an internal error.", thrown);
        };
    }

    private static CollectionException of(EmbedException failure) {
        String sentence = failure.getMessage();
        return switch (failure) { // no default: a new failure does not compile until it has a meaning
            case EmbedException.Busy busy -> new CollectionException.Busy(sentence, busy.retryAfter());
            case EmbedException.NotReady _ -> new CollectionException.NotReady(sentence);
            case EmbedException.BadInput _,
                    EmbedException.TooLong _,
                    EmbedException.NoModel _,
                    EmbedException.DeadlinePassed _,
                    EmbedException.RuntimeFailed _ ->
                new CollectionException.NoVector("No vector could be made: " + sentence, failure);
        };
    }
}
