package io.text2vec.collections.write;

import io.text2vec.collections.CollectionException;
import io.text2vec.collections.write.Arrivals.Told;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One import under way: while a chunk is written the next ones are embedded, and the one behind them has been read. Used
 * by one thread.
 */
final class ImportRun {
    /**
     * Chunks in the embedder's queue. It serves them side by side, so that two may end at the same moment; the third then
     * keeps the inferences busy until this thread has handed over the next.
     */
    private static final int AHEAD = 3;

    private final ChunkReader reader;
    private final ChunkEmbedder embedder;
    private final ChunkWriter writer;
    private final Patience patience;
    private final Consumer<List<Told>> told;
    private final Deque<ChunkEmbedder.Coming> embedding = new ArrayDeque<>();
    private Chunk read; // and not yet handed to the embedder
    private List<Told> outcomes = new ArrayList<>(); // known and not yet told

    /** @param told what became of some objects, by their places; each once */
    ImportRun(
            ChunkReader reader,
            ChunkEmbedder embedder,
            ChunkWriter writer,
            Patience patience,
            Consumer<List<Told>> told) {
        this.reader = reader;
        this.embedder = embedder;
        this.writer = writer;
        this.patience = patience;
        this.told = told;
    }

    /**
     * Runs until there is nothing more to read, and everything that was read is told.
     *
     * @throws CollectionException.Busy if there is no room for a first text, and no patience
     * @throws CollectionException.NotReady if no vectors are made now
     */
    void run() {
        try {
            fill();
            tell();
            while (!embedding.isEmpty()) {
                ChunkEmbedder.Coming first = embedding.peek();
                first.finish(embedding.stream().skip(1).toList(), patience);
                embedding.remove();
                fill();
                writer.write(first.chunk(), this::known);
                tell();
            }
        } finally {
            embedding.forEach(ChunkEmbedder.Coming::cancel);
            tell();
        }
    }

    /** Tells what was read and not told that it fails, after a run that was stopped. */
    void fail(CollectionException why) {
        embedding.forEach(coming -> fail(coming.chunk(), why));
        embedding.clear();
        if (read != null) {
            fail(read, why);
            read = null;
        }
        tell();
    }

    private void fail(Chunk chunk, CollectionException why) {
        for (Chunk.Item item : chunk.items()) {
            item.fail(why);
            known(item.index(), new Writes.Outcome.Failed(item.failure().orElse(why)));
        }
    }

    /** Waits for a place in the embedder's queue only where this import has none. */
    private void fill() {
        while (embedding.size() < AHEAD && hasChunk()) {
            Optional<ChunkEmbedder.Coming> coming = embedder.start(read, embedding.isEmpty());
            if (coming.isEmpty()) {
                return;
            }
            read = null;
            embedding.add(coming.get());
        }
    }

    private boolean hasChunk() {
        if (read == null && reader.hasNext()) {
            read = reader.next((index, why) -> known(index, new Writes.Outcome.Failed(why)));
        }
        return read != null;
    }

    private void known(int index, Writes.Outcome outcome) {
        outcomes.add(new Told(index, outcome));
    }

    private void tell() {
        if (!outcomes.isEmpty()) {
            List<Told> now = outcomes;
            outcomes = new ArrayList<>();
            told.accept(now);
        }
    }
}
