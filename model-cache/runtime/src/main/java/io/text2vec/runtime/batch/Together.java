package io.text2vec.runtime.batch;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/** Futures that belong together. */
final class Together {

    private Together() {}

    /**
     * Completes with all values in order, or with the first failure, which cancels the rest; as does cancelling the
     * result. Failures come as they are, not wrapped in a {@link java.util.concurrent.CompletionException}.
     */
    static <T> CompletableFuture<List<T>> of(List<CompletableFuture<T>> parts) {
        CompletableFuture<List<T>> all = new CompletableFuture<>();
        AtomicInteger missing = new AtomicInteger(parts.size());
        if (parts.isEmpty()) {
            all.complete(List.of());
        }
        for (CompletableFuture<T> part : parts) {
            part.whenComplete((_, failure) -> {
                if (failure != null) {
                    all.completeExceptionally(failure);
                } else if (missing.decrementAndGet() == 0) {
                    all.complete(parts.stream().map(CompletableFuture::join).toList());
                }
            });
        }
        all.whenComplete((_, failure) -> {
            if (failure != null) {
                parts.forEach(part -> part.cancel(false));
            }
        });
        return all;
    }
}
