package io.text2vec.vectorizers;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Lets a bounded number of calls be under way; the others wait in the order they came. For any thread, blocks none. */
final class Turns {
    private final int most;
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private int underWay;

    Turns(int most) {
        this.most = most;
    }

    /** Makes a call when it is its turn; one whose result was cancelled by then is not made. */
    <T> CompletableFuture<T> take(Supplier<CompletableFuture<T>> call) {
        CompletableFuture<T> result = new CompletableFuture<>();
        Runnable turn = () -> run(call, result);
        synchronized (this) {
            if (underWay == most) {
                waiting.add(turn);
                return result;
            }
            underWay++;
        }
        turn.run();
        return result;
    }

    private <T> void run(Supplier<CompletableFuture<T>> call, CompletableFuture<T> result) {
        if (result.isDone()) {
            next();
            return;
        }
        CompletableFuture<T> coming = call.get();
        result.whenComplete((done, failed) -> coming.cancel(false)); // without effect unless it was cancelled
        coming.whenComplete((done, failed) -> {
            next();
            Futures.pass(done, failed, result);
        });
    }

    private void next() {
        Runnable turn;
        synchronized (this) {
            turn = waiting.poll();
            if (turn == null) {
                underWay--;
                return;
            }
        }
        turn.run();
    }
}
