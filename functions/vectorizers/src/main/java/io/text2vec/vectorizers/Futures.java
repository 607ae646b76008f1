package io.text2vec.vectorizers;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;

/** Futures that pass on failures as they are, and cancellations to what they wait for. */
final class Futures {
    private Futures() {}

    static <T> void pass(T done, Throwable failed, CompletableFuture<T> to) {
        if (failed == null) {
            to.complete(done);
        } else {
            to.completeExceptionally(cause(failed));
        }
    }

    static Throwable cause(Throwable failed) {
        return failed instanceof CompletionException && failed.getCause() != null ? failed.getCause() : failed;
    }

    /** What is made of a result; cancelling it cancels what it waits for, which a stage of its own does not. */
    static <T, R> CompletableFuture<R> map(CompletableFuture<T> coming, Function<T, R> into) {
        CompletableFuture<R> mapped = coming.thenApply(into);
        mapped.whenComplete((done, failed) -> coming.cancel(false)); // without effect unless it was cancelled
        return mapped;
    }

    /** All results in their order, or the first failure; the rest is cancelled then, and with what is returned. */
    static <T> CompletableFuture<List<T>> all(List<CompletableFuture<T>> coming) {
        CompletableFuture<List<T>> together = new CompletableFuture<>();
        coming.forEach(each -> each.exceptionally(failed -> {
            together.completeExceptionally(cause(failed));
            return null;
        }));
        CompletableFuture.allOf(coming.toArray(CompletableFuture[]::new))
                .thenRun(() -> together.complete(
                        coming.stream().map(CompletableFuture::join).toList()));
        // The last first: the room that one leaves would be taken by the next that is still waited for.
        together.whenComplete((done, failed) -> coming.reversed().forEach(each -> each.cancel(false)));
        return together;
    }
}
