package io.text2vec.collections.write;

import io.text2vec.collections.CollectionException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

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

    private final Writes.Outcome[] outcomes;
    private final ChunkReader reader;
    private final ChunkEmbedder embedder;
    private final ChunkWriter writer;
    private final Deque<ChunkEmbedder.Coming> embedding = new ArrayDeque<>();
    private Chunk read; // and not yet handed to the embedder
    private boolean written;

    /** @param objects how many */
    ImportRun(int objects, ChunkReader reader, ChunkEmbedder embedder, ChunkWriter writer) {
        outcomes = new Writes.Outcome[objects];
        this.reader = reader;
        this.embedder = embedder;
        this.writer = writer;
    }

    /**
     * Runs it.
     *
     * @throws CollectionException.Busy if there is no room for a first text; nothing is written then
     * @throws CollectionException.NotReady if no vectors are made now; nothing is written then
     */
    List<Writes.Outcome> outcomes() {
        try {
            run();
        } catch (CollectionException.Busy | CollectionException.NotReady stop) {
            if (!written) {
                throw stop;
            }
            failTheRest(stop);
        } finally {
            embedding.forEach(ChunkEmbedder.Coming::cancel);
        }
        return new ArrayList<>(Arrays.asList(outcomes));
    }

    private void run() {
        fill();
        while (!embedding.isEmpty()) {
            ChunkEmbedder.Coming first = embedding.poll();
            first.finish(embedding);
            fill();
            writer.write(first.chunk(), (index, outcome) -> {
                outcomes[index] = outcome;
                written |= outcome instanceof Writes.Outcome.Stored;
            });
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
            read = reader.next((index, why) -> outcomes[index] = new Writes.Outcome.Failed(why));
        }
        return read != null;
    }

    private void failTheRest(CollectionException why) {
        for (int i = 0; i < outcomes.length; i++) {
            if (outcomes[i] == null) {
                outcomes[i] = new Writes.Outcome.Failed(why);
            }
        }
    }
}
