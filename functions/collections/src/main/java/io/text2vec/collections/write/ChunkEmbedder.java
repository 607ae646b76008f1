package io.text2vec.collections.write;

import io.text2vec.collections.CollectionException;
import io.text2vec.collections.vectorize.EmbedFailures;
import io.text2vec.collections.vectorize.ObjectVectors.Missing;
import io.text2vec.embedder.EmbedRequest;
import io.text2vec.embedder.Embedder;
import io.text2vec.embedder.Embedding;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;

/**
 * Has the texts of chunks embedded, each chunk's together. Imports share a bounded number of places in the embedder's
 * queue and wait for each other: only what others put into the queue makes it too full for an import.
 */
final class ChunkEmbedder {
    private final Embedder embedder;
    private final Semaphore places;

    /** @param atOnce chunks in the queue, of all imports */
    ChunkEmbedder(Embedder embedder, int atOnce) {
        this.embedder = embedder;
        places = new Semaphore(atOnce, true);
    }

    /**
     * Starts to embed a chunk.
     *
     * @param wait whether to wait for a place
     * @return nothing if there is no place
     */
    Optional<Coming> start(Chunk chunk, boolean wait) {
        List<Text> texts = new ArrayList<>();
        for (Chunk.Item item : chunk.good()) {
            item.missing().forEach(missing -> texts.add(new Text(item, missing)));
        }
        if (texts.isEmpty()) {
            return Optional.of(new Coming(chunk, texts, CompletableFuture.completedFuture(List.of()), false));
        }
        if (wait) {
            places.acquireUninterruptibly();
        } else if (!places.tryAcquire()) {
            return Optional.empty();
        }
        return Optional.of(new Coming(chunk, texts, embed(texts), true));
    }

    private CompletableFuture<List<Embedding>> embed(List<Text> texts) {
        List<EmbedRequest> requests =
                texts.stream().map(text -> text.missing().request()).toList();
        return embedder.embedAll(requests);
    }

    /** A text of an item's vector. */
    private record Text(Chunk.Item item, Missing missing) {}

    /** A chunk whose vectors are being made. */
    final class Coming {
        private final Chunk chunk;
        private final List<Text> texts;
        private final CompletableFuture<List<Embedding>> embeddings;
        private boolean hasPlace;

        private Coming(Chunk chunk, List<Text> texts, CompletableFuture<List<Embedding>> embeddings, boolean hasPlace) {
            this.chunk = chunk;
            this.texts = texts;
            this.embeddings = embeddings;
            this.hasPlace = hasPlace;
        }

        Chunk chunk() {
            return chunk;
        }

        /**
         * Waits until each item has its vectors or a failure.
         *
         * @param others chunks of the same import, whose texts may be what fills the queue
         * @throws CollectionException.Busy if the queue has no room for a single text
         * @throws CollectionException.NotReady if no vectors are made now
         */
        void finish(Collection<Coming> others) {
            try {
                take(texts, EmbedFailures.await(embeddings));
            } catch (CollectionException.NotReady stop) {
                throw stop;
            } catch (CollectionException.Busy full) {
                others.forEach(Coming::await);
                embedParts(texts);
            } catch (CollectionException oneOfThem) {
                embedOneByOne(texts);
            } finally {
                leave();
            }
        }

        void cancel() {
            embeddings.cancel(false);
            leave();
        }

        private void await() {
            embeddings.handle((done, failed) -> null).join();
        }

        private void leave() {
            if (hasPlace) {
                hasPlace = false;
                places.release();
            }
        }
    }

    /** A chunk that is too large for the queue comes in halves, and these in halves. */
    private void embedParts(List<Text> texts) {
        try {
            take(texts, EmbedFailures.await(embed(texts)));
        } catch (CollectionException.NotReady stop) {
            throw stop;
        } catch (CollectionException.Busy full) {
            if (texts.size() == 1) {
                throw full;
            }
            embedParts(texts.subList(0, texts.size() / 2));
            embedParts(texts.subList(texts.size() / 2, texts.size()));
        } catch (CollectionException oneOfThem) {
            embedOneByOne(texts);
        }
    }

    /** The embedder tells the first failure of a chunk; who it belongs to shows when each text is asked for alone. */
    private void embedOneByOne(List<Text> texts) {
        List<CompletableFuture<Embedding>> all = texts.stream()
                .map(text -> embedder.embed(text.missing().request()))
                .toList();
        try {
            for (int i = 0; i < all.size(); i++) {
                Text text = texts.get(i);
                try {
                    text.item().make(text.missing(), EmbedFailures.await(all.get(i)));
                } catch (CollectionException.NoVector why) {
                    text.item().fail(why);
                }
            }
        } finally {
            all.forEach(each -> each.cancel(false)); // without effect on those that are done
        }
    }

    private static void take(List<Text> texts, List<Embedding> embeddings) {
        for (int i = 0; i < texts.size(); i++) {
            texts.get(i).item().make(texts.get(i).missing(), embeddings.get(i));
        }
    }
}
