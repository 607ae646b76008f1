package io.text2vec.weaviate.grpc.stream;

import io.text2vec.collections.CollectionException.Busy;
import io.text2vec.collections.work.Workers;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;

/**
 * Lets as many streams write at once as may, and the others in the order in which they asked. They leave threads to calls
 * that write by themselves. For any thread.
 */
public final class StreamTurns {
    private final Workers workers;
    private final int atOnce;
    private final Consumer<Runnable> later;
    private final Deque<Turn> waiting = new ArrayDeque<>();
    private int working;

    /** Some work of a stream. */
    interface Turn {
        /** Blocks. */
        void run();

        /** The work can't be done at all, or ended with an error. */
        void fail(Throwable why);
    }

    /**
     * @param atOnce streams that write
     * @param later runs something a moment later: whoever waits for the workers' threads comes first
     */
    public StreamTurns(Workers workers, int atOnce, Consumer<Runnable> later) {
        this.workers = workers;
        this.atOnce = atOnce;
        this.later = later;
    }

    void ask(Turn turn) {
        synchronized (this) {
            if (working == atOnce) {
                waiting.add(turn);
                return;
            }
            working++;
        }
        begin(turn);
    }

    /** Whether a stream waits for its turn. */
    synchronized boolean contended() {
        return !waiting.isEmpty();
    }

    private void begin(Turn turn) {
        workers.write(() -> {
                    turn.run();
                    return turn;
                })
                .whenComplete((done, failure) -> {
                    Throwable why = failure instanceof CompletionException wrapped ? wrapped.getCause() : failure;
                    if (why instanceof Busy) {
                        later.accept(() -> begin(turn));
                        return;
                    }
                    if (why != null) {
                        turn.fail(why);
                    }
                    next();
                });
    }

    private void next() {
        Turn turn;
        synchronized (this) {
            turn = waiting.poll();
            if (turn == null) {
                working--;
                return;
            }
        }
        begin(turn);
    }
}
