package io.text2vec.cluster.grpc;

import io.text2vec.web.trace.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;

/** Sends on what comes one by one, in parts: one is under way while the next gathers. For one thread. */
final class Onward<T, R> {
    private final int least;
    private final Function<List<T>, List<R>> send;
    private final List<R> replies = new ArrayList<>();
    private List<T> gathered = new ArrayList<>();
    private CompletableFuture<List<R>> underWay = CompletableFuture.completedFuture(List.of());
    private boolean started;

    /**
     * @param least what a part has at least, but for the last one: each costs a call
     * @param send sends a part and waits for what there is to tell of it; is run on threads of its own
     */
    Onward(int least, Function<List<T>, List<R>> send) {
        this.least = least;
        this.send = send;
    }

    /** @throws RuntimeException that of a part before, which ends it all */
    void add(T each) {
        gathered.add(each);
        if (gathered.size() >= least && underWay.isDone()) {
            start();
        }
    }

    /** Whether some of it may have arrived. */
    boolean started() {
        return started;
    }

    /** Sends what is left, and waits. */
    List<R> finish() {
        if (!gathered.isEmpty()) {
            start();
        }
        await();
        return replies;
    }

    private void start() {
        await();
        List<T> part = gathered;
        gathered = new ArrayList<>();
        started = true;
        underWay = CompletableFuture.supplyAsync(Trace.carried(() -> send.apply(part)), Thread::startVirtualThread);
    }

    private void await() {
        try {
            replies.addAll(underWay.join());
            underWay = CompletableFuture.completedFuture(List.of());
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException why ? why : failed;
        }
    }
}
