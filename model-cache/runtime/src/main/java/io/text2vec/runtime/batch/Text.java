package io.text2vec.runtime.batch;

import io.text2vec.embedder.EmbedException;
import io.text2vec.embedder.EmbedRequest;
import io.text2vec.embedder.Embedding;
import io.text2vec.runtime.infer.Sequence;
import io.text2vec.runtime.recipe.Plan;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** A text that was taken: what is wanted, when its turn is, and what has come back of it. Ordered by turn. */
final class Text implements Comparable<Text> {
    private final EmbedRequest request;
    private final long arrival;
    private final long deadline;
    private final CompletableFuture<Embedding> future = new CompletableFuture<>();

    // The queue's own marks, guarded by its lock.
    private long turn;
    private int taken;
    /** The set of the queue that holds this text now; null while a thread plans it and once runs have taken it all. */
    NavigableSet<Text> home;
    /** Whether it counts against the capacity, with its characters: until runs have taken it all, or it has gone. */
    boolean waits;

    // Written once by the thread that plans, before the queue gets the text back.
    private Plan plan;
    private int[] order;
    private float[][] pooled;
    private AtomicInteger missing;

    /**
     * @param arrival number of this text, in the order of arrival
     * @param deadline when it has to be answered, on the clock of {@link System#nanoTime()}
     */
    Text(EmbedRequest request, long arrival, long turn, long deadline) {
        this.request = request;
        this.arrival = arrival;
        this.turn = turn;
        this.deadline = deadline;
    }

    EmbedRequest request() {
        return request;
    }

    /** In characters, UTF-16 units. */
    int length() {
        return request.text().length();
    }

    long deadline() {
        return deadline;
    }

    CompletableFuture<Embedding> future() {
        return future;
    }

    long turn() {
        return turn;
    }

    void postponeTo(long turn) {
        this.turn = Math.max(this.turn, turn);
    }

    void plan(Plan plan) {
        List<Sequence> sequences = plan.sequences();
        if (sequences.isEmpty()) {
            throw new IllegalStateException("the recipe planned no sequence for a text");
        }
        this.plan = plan;
        order = byLength(sequences);
        pooled = new float[sequences.size()][];
        missing = new AtomicInteger(sequences.size());
    }

    /** Neighbours of about equal length can share a run, whatever their order in the text. */
    private static int[] byLength(List<Sequence> sequences) {
        return IntStream.range(0, sequences.size())
                .boxed()
                .sorted(Comparator.comparingInt(i -> sequences.get(i).length()))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** Planned sequences that no run has taken; none before planning. */
    int untaken() {
        return order == null ? 0 : order.length - taken;
    }

    /** The sequence that {@link #take()} would take. */
    Sequence next() {
        return plan.sequences().get(order[taken]);
    }

    /** Takes the next sequence; the one behind it has its turn a round later. Not while a set holds this text. */
    int take() {
        turn++;
        return order[taken++];
    }

    /**
     * Keeps a result. Threads that run sequences of one text may call this at the same time.
     *
     * @return whether it was the last one missing
     */
    boolean keep(int index, float[] vector) {
        pooled[index] = vector;
        return missing.decrementAndGet() == 0;
    }

    /**
     * Makes the vector, once all results are there.
     *
     * @throws EmbedException.RuntimeFailed if a value is not finite: it would poison every distance it meets
     */
    Embedding assemble() {
        float[] vector = plan.assembly().assemble(pooled);
        for (int i = 0; i < vector.length; i++) {
            if (!Float.isFinite(vector[i])) {
                throw new EmbedException.RuntimeFailed(
                        "The model gave a vector that is not finite: value " + i + " of " + vector.length + " is "
                                + vector[i],
                        null);
            }
        }
        return new Embedding(
                vector, plan.sequences().stream().mapToInt(Sequence::length).sum());
    }

    @Override
    public int compareTo(Text other) {
        int byTurn = Long.compare(turn, other.turn);
        return byTurn != 0 ? byTurn : Long.compare(arrival, other.arrival);
    }
}
