package io.text2vec.collections.write;

import io.text2vec.collections.CollectionException;
import io.text2vec.collections.vectorize.EmbedFailures;
import io.text2vec.collections.vectorize.ObjectVectors.Missing;
import io.text2vec.collections.vectorize.VectorSource;
import io.text2vec.collections.vectorize.VectorSource.Made;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;

/**
 * Has the texts of chunks embedded, each chunk's together. Imports share a bounded number of places in the queues of those
 * who make vectors, and wait for each other: only what others put into a queue makes it too full for an import.
 */
final class ChunkEmbedder {
    private final Semaphore places;

    /** @param atOnce chunks under way, of all imports */
    ChunkEmbedder(int atOnce) {
        places = new Semaphore(atOnce, true);
    }

    /**
     * Starts to embed a chunk.
     *
     * @param wait whether to wait for a place
     * @return nothing if there is no place
     */
    Optional<Coming> start(Chunk chunk, boolean wait) {
        Map<VectorSource, List<Text>> bySource = new LinkedHashMap<>();
        for (Chunk.Item item : chunk.good()) {
            for (Missing missing : item.missing()) {
                bySource.computeIfAbsent(missing.text().by(), source -> new ArrayList<>())
                        .add(new Text(item, missing));
            }
        }
        boolean place = !bySource.isEmpty();
        if (place && wait) {
            places.acquireUninterruptibly();
        } else if (place && !places.tryAcquire()) {
            return Optional.empty();
        }
        List<Part> parts = new ArrayList<>();
        bySource.forEach((source, texts) -> parts.add(new Part(source, texts, ask(source, texts))));
        return Optional.of(new Coming(chunk, parts, place));
    }

    /** A text of an item's vector. */
    private record Text(Chunk.Item item, Missing missing) {}

    /** Texts of a chunk that have the same source. */
    private record Part(VectorSource source, List<Text> texts, CompletableFuture<Made> made) {}

    /** A chunk whose vectors are being made. */
    final class Coming {
        private final Chunk chunk;
        private final List<Part> parts;
        private boolean hasPlace;

        private Coming(Chunk chunk, List<Part> parts, boolean hasPlace) {
            this.chunk = chunk;
            this.parts = parts;
            this.hasPlace = hasPlace;
        }

        Chunk chunk() {
            return chunk;
        }

        /**
         * Waits until each item has its vectors or a failure.
         *
         * @param others chunks of the same import, whose texts may be what fills the queue
         * @param patience asked what to do when there is no room for a single text
         * @throws CollectionException.Busy if there is none
         * @throws CollectionException.NotReady if no vectors are made now
         */
        void finish(Collection<Coming> others, Patience patience) {
            try {
                parts.forEach(part -> finish(part, others, patience));
            } finally {
                leave();
            }
        }

        private static void finish(Part part, Collection<Coming> others, Patience patience) {
            try {
                take(part.texts(), EmbedFailures.await(part.made()));
            } catch (CollectionException.Busy full) {
                if (part.source().takesParts()) {
                    others.forEach(Coming::await);
                } else {
                    patience.full(full);
                }
                embed(part.source(), part.texts(), patience);
            } catch (CollectionException why) {
                handle(why, part.source(), part.texts(), patience);
            }
        }

        void cancel() {
            parts.forEach(part -> part.made().cancel(false));
            leave();
        }

        private void await() {
            parts.forEach(part -> part.made().handle((done, failed) -> null).join());
        }

        private void leave() {
            if (hasPlace) {
                hasPlace = false;
                places.release();
            }
        }
    }

    private static CompletableFuture<Made> ask(VectorSource source, List<Text> texts) {
        return source.make(
                texts.stream().map(text -> text.missing().text().request()).toList());
    }

    /** What is too large for the queue comes in halves, and these in halves. */
    private static void embed(VectorSource source, List<Text> texts, Patience patience) {
        while (true) {
            try {
                take(texts, EmbedFailures.await(ask(source, texts)));
                return;
            } catch (CollectionException.Busy full) {
                if (texts.size() > 1 && source.takesParts()) {
                    embed(source, texts.subList(0, texts.size() / 2), patience);
                    embed(source, texts.subList(texts.size() / 2, texts.size()), patience);
                    return;
                }
                patience.full(full);
            } catch (CollectionException why) {
                handle(why, source, texts, patience);
                return;
            }
        }
    }

    /** Who never makes vectors fails all texts, who makes none now ends the import; else it may be one text that fails. */
    private static void handle(CollectionException why, VectorSource source, List<Text> texts, Patience patience) {
        switch (why) {
            case CollectionException.NotReady stop -> throw stop;
            case CollectionException.Invalid never ->
                texts.forEach(text -> text.item().fail(never));
            default -> embedOneByOne(source, texts, patience);
        }
    }

    /** A source tells the first failure of a chunk; who it belongs to shows when each text is asked for alone. */
    private static void embedOneByOne(VectorSource source, List<Text> texts, Patience patience) {
        List<CompletableFuture<Made>> all =
                texts.stream().map(text -> ask(source, List.of(text))).toList();
        try {
            for (int i = 0; i < all.size(); i++) {
                takeOne(source, texts.get(i), all.get(i), patience);
            }
        } finally {
            all.forEach(each -> each.cancel(false)); // without effect on those that are done
        }
    }

    private static void takeOne(VectorSource source, Text text, CompletableFuture<Made> made, Patience patience) {
        try {
            take(List.of(text), EmbedFailures.await(made));
        } catch (CollectionException.NoVector why) {
            text.item().fail(why);
        } catch (CollectionException.Busy full) {
            patience.full(full);
            embed(source, List.of(text), patience);
        }
    }

    private static void take(List<Text> texts, Made made) {
        for (int i = 0; i < texts.size(); i++) {
            Text text = texts.get(i);
            text.item().make(text.missing(), made.vectors().get(i), made.model());
        }
    }
}
