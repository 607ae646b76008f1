package io.text2vec.runtime.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.text2vec.embedder.EmbedObserver;
import io.text2vec.embedder.EmbedRequest;
import io.text2vec.embedder.Embedding;
import io.text2vec.runtime.batch.GuardedObserver;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * Answers repeated texts without the model: one cache a loaded model and recipe, keyed by all that a request says. Bounded by
 * the bytes it holds. Safe for use by many threads.
 *
 * <p>Each caller that finds nothing computes for himself, even while another computes the same: his future is his own to
 * cancel.
 */
public final class EmbeddingCache {
    /** Bytes of an entry besides its characters and floats: key, records, array headers, the cache's own node. */
    private static final int ENTRY_BYTES = 256;

    private final Cache<EmbedRequest, Embedding> vectors;
    private final EmbedObserver observer;

    /**
     * @param maxBytes most bytes of texts and vectors together
     * @param observer told of each text that is looked up
     * @throws IllegalArgumentException if {@code maxBytes} is not positive
     */
    public EmbeddingCache(long maxBytes, EmbedObserver observer) {
        if (maxBytes < 1) {
            throw new IllegalArgumentException(
                    "A cache needs at least 1 byte, not " + maxBytes + "; build none instead");
        }
        this.observer = new GuardedObserver(observer);
        vectors = Caffeine.newBuilder()
                .maximumWeight(maxBytes)
                .weigher(EmbeddingCache::bytes)
                // Upkeep takes microseconds; on the common pool it would compete with inference for a core.
                .executor(Runnable::run)
                .build();
    }

    private static int bytes(EmbedRequest request, Embedding embedding) {
        return (int) Math.min(
                Integer.MAX_VALUE,
                ENTRY_BYTES
                        + (long) Character.BYTES * request.text().length()
                        + (long) Float.BYTES * embedding.vector().length);
    }

    /**
     * Answers from memory, else by {@code compute}, whose answer is kept.
     *
     * @return a future of this caller's own, to be cancelled freely
     */
    public CompletableFuture<Embedding> embed(
            EmbedRequest request, Function<EmbedRequest, CompletableFuture<Embedding>> compute) {
        Embedding known = lookUp(request);
        if (known != null) {
            return CompletableFuture.completedFuture(known);
        }
        CompletableFuture<Embedding> computed = compute.apply(request);
        // The caller's answer comes after the cache has it, so that his next request finds it.
        CompletableFuture<Embedding> answer = new CompletableFuture<>();
        computed.whenComplete((embedding, failure) -> {
            if (failure == null) {
                vectors.put(request, embedding);
                answer.complete(embedding);
            } else {
                answer.completeExceptionally(failure);
            }
        });
        answer.whenComplete((_, _) -> computed.cancel(false));
        return answer;
    }

    /**
     * Answers what it can from memory and the rest by one call of {@code compute}, which gets the missing requests in
     * their order; none if nothing is missing.
     *
     * @return all vectors in the order of the requests, or the failure of {@code compute}
     */
    public CompletableFuture<List<Embedding>> embedAll(
            List<EmbedRequest> requests, Function<List<EmbedRequest>, CompletableFuture<List<Embedding>>> compute) {
        Embedding[] answers = requests.stream().map(this::lookUp).toArray(Embedding[]::new);
        List<Integer> missing = new ArrayList<>();
        for (int i = 0; i < answers.length; i++) {
            if (answers[i] == null) {
                missing.add(i);
            }
        }
        if (missing.isEmpty()) {
            return CompletableFuture.completedFuture(List.of(answers));
        }
        CompletableFuture<List<Embedding>> computed =
                compute.apply(missing.stream().map(requests::get).toList());
        CompletableFuture<List<Embedding>> all = new CompletableFuture<>();
        computed.whenComplete((embeddings, failure) -> {
            if (failure != null) {
                all.completeExceptionally(failure);
                return;
            }
            for (int i = 0; i < missing.size(); i++) {
                int place = missing.get(i);
                answers[place] = embeddings.get(i);
                vectors.put(requests.get(place), embeddings.get(i));
            }
            all.complete(Arrays.asList(answers));
        });
        all.whenComplete((_, _) -> computed.cancel(false));
        return all;
    }

    private Embedding lookUp(EmbedRequest request) {
        Embedding known = vectors.getIfPresent(request);
        observer.lookedUp(known != null);
        return known;
    }
}
