package io.text2vec.cli;

import io.text2vec.embedder.EmbedException;
import io.text2vec.embedder.EmbedRequest;
import io.text2vec.embedder.Embedder;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Keeps an embedder busy with the texts of a stream: so many are under way that its batches are full, and no more, so that
 * memory does not grow with the stream.
 *
 * @param task {@code passage} or {@code query}
 * @param progress told after each
 */
record Embedding(Embedder embedder, String task, Written progress) {
    /** A few full batches for each of a few inferences. */
    private static final int UNDER_WAY = 512;

    /** Long texts are few: so many characters are under way at most, or one text. */
    private static final long CHARACTERS = 4 << 20;

    /** Told how far it is. */
    @FunctionalInterface
    interface Written {

        /** @param bytes of the stream up to the end of the last text that is written */
        void upTo(long texts, long bytes);
    }

    private record Pending(Texts.Text text, CompletableFuture<io.text2vec.embedder.Embedding> vector) {}

    /**
     * Embeds all of them and writes their vectors in their order.
     *
     * @return how many there were
     * @throws EmbedException.BadInput if one has no vector, naming its line
     */
    long run(Texts texts, VectorWriter writer) throws IOException {
        Deque<Pending> pending = new ArrayDeque<>();
        long characters = 0;
        long done = 0;
        try {
            for (Texts.Text text = texts.next(); text != null; text = texts.next()) {
                characters += text.text().length();
                pending.add(new Pending(text, embedder.embed(request(text.text()))));
                while (pending.size() >= UNDER_WAY || characters > CHARACTERS && pending.size() > 1) {
                    Texts.Text written = write(pending.poll(), writer);
                    characters -= written.text().length();
                    progress.upTo(++done, written.end());
                }
            }
            while (!pending.isEmpty()) {
                progress.upTo(++done, write(pending.poll(), writer).end());
            }
            return done;
        } finally {
            pending.forEach(left -> left.vector().cancel(false));
        }
    }

    private static Texts.Text write(Pending next, VectorWriter writer) throws IOException {
        float[] vector;
        try {
            vector = next.vector().join().vector();
        } catch (CompletionException e) {
            if (e.getCause() instanceof EmbedException.BadInput bad) {
                throw new EmbedException.BadInput(
                        "The text " + next.text().id() + " has no vector: " + bad.getMessage());
            }
            throw e;
        }
        writer.write(next.text().id(), vector);
        return next.text();
    }

    private EmbedRequest request(String text) {
        return new EmbedRequest(text, Optional.of(task), Optional.empty(), OptionalInt.empty());
    }
}
