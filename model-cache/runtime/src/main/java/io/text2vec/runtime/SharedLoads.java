package io.text2vec.runtime;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * Values that are costly to load and shared by their users: a key's value is loaded once, by the first who asks, while the
 * others who ask for it wait; it is closed when the last of them has closed his lease. Whoever asks after that loads anew.
 *
 * <p>Safe for use by many threads. Nothing is loaded or closed under a lock, so users of other keys never wait; a new value
 * of a key may therefore load while the old one still closes.
 *
 * @param <K> what makes two loads the same; a map key
 * @param <V> what is loaded
 */
public final class SharedLoads<K, V extends AutoCloseable> {
    private final Map<K, Shared<V>> shared = new HashMap<>();

    /**
     * Takes part in a key's value, which is loaded if nobody has it. Blocks until it is there.
     *
     * @param load runs on the thread of the caller who is first
     * @return the caller's to close
     * @throws RuntimeException or Error: what {@code load} threw, to all who waited for it; the next caller tries again
     */
    public Lease<V> lease(K key, Supplier<? extends V> load) {
        Shared<V> mine = new Shared<>();
        Shared<V> joined;
        synchronized (shared) {
            joined = shared.computeIfAbsent(key, _ -> mine);
            joined.users++;
        }
        if (joined == mine) {
            load(key, mine, load);
        }
        try {
            return new Held(key, joined, joined.value.join());
        } catch (CompletionException failed) {
            throw rethrown(failed.getCause());
        }
    }

    /** Keys whose value is loading or in use. */
    public int size() {
        synchronized (shared) {
            return shared.size();
        }
    }

    /** Who waits for a key's value or has it. */
    int users(K key) {
        synchronized (shared) {
            Shared<V> asked = shared.get(key);
            return asked == null ? 0 : asked.users;
        }
    }

    private void load(K key, Shared<V> mine, Supplier<? extends V> load) {
        try {
            mine.value.complete(load.get());
        } catch (Throwable failure) {
            // Forgotten before the waiters learn of it, so that none of them can join the same failure again.
            synchronized (shared) {
                shared.remove(key, mine);
            }
            mine.value.completeExceptionally(failure);
        }
    }

    private boolean leave(K key, Shared<V> left) {
        synchronized (shared) {
            return --left.users == 0 && shared.remove(key, left);
        }
    }

    private static RuntimeException rethrown(Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        return (RuntimeException) failure;
    }

    /** A user's part in a value. */
    public interface Lease<V> extends AutoCloseable {

        /** @throws IllegalStateException if this lease is closed */
        V value();

        /**
         * Gives the part back, and closes the value if it was the last. May be called twice.
         *
         * @throws IllegalStateException if the value can't be closed
         */
        @Override
        void close();
    }

    private static final class Shared<V> {
        private final CompletableFuture<V> value = new CompletableFuture<>();
        private int users;
    }

    private final class Held implements Lease<V> {
        private final K key;
        private final Shared<V> part;
        private final V value;
        private final AtomicBoolean closed = new AtomicBoolean();

        private Held(K key, Shared<V> part, V value) {
            this.key = key;
            this.part = part;
            this.value = value;
        }

        @Override
        public V value() {
            if (closed.get()) {
                throw new IllegalStateException("This lease is closed: " + key);
            }
            return value;
        }

        @Override
        public void close() {
            if (closed.getAndSet(true) || !leave(key, part)) {
                return;
            }
            try {
                value.close();
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException("Can't close what was shared as " + key, e);
            }
        }
    }
}
