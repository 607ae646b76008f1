package io.text2vec.vectorizers;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Lets a bounded number of calls be under way; the others wait in the order they came. For any thread, blocks none. */
final class Turns {
    private final int most;
    private final Queue<Turn<?>> waiting = new ArrayDeque<>();
    private int underWay;

    Turns(int most) {
        this.most = most;
    }

    /** A call to be made, and where its result is waited for. */
    private record Turn<T>(Supplier<CompletableFuture<T>> call, CompletableFuture<T> result) {}

    /** Makes a call when it is its turn; one whose result was cancelled by then is not made. */
    <T> CompletableFuture<T> take(Supplier<CompletableFuture<T>> call) {
        Turn<T> turn = new Turn<>(call, new CompletableFuture<>());
        synchronized (this) {
            if (underWay == most) {
                waiting.add(turn);
                return turn.result();
            }
            underWay++;
        }
        run(turn);
        return turn.result();
    }

    private <T> void run(Turn<T> turn) {
        CompletableFuture<T> coming = turn.call().get();
        turn.result().whenComplete((done, failed) -> coming.cancel(false)); // without effect unless it was cancelled
        coming.whenComplete((done, failed) -> {
            next();
            Futures.pass(done, failed, turn.result());
        });
    }

    private void next() {
        Turn<?> turn;
        synchronized (this) {
            do {
                turn = waiting.poll();
            } while (turn != null && turn.result().isDone());
            if (turn == null) {
                underWay--;
                return;
            }
        }
        run(turn);
    }
}
