package io.text2vec.weaviate.grpc;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** How many calls are under way, and how many may be. For any thread. */
final class CallLimit {
    private final int most;
    private final Semaphore free;

    CallLimit(int most) {
        if (most < 1) {
            throw new IllegalArgumentException("TEXT2VEC_CALLS must be at least 1, not " + most);
        }
        this.most = most;
        this.free = new Semaphore(most);
    }

    /** @throws CallRefused if as many as may be are under way */
    void enter() {
        if (!free.tryAcquire()) {
            throw CallRefused.tooMany(most);
        }
    }

    void leave() {
        free.release();
    }

    /** Waits until no call is under way, at most so long. */
    boolean awaitNone(Duration longest) throws InterruptedException {
        boolean none = free.tryAcquire(most, longest.toNanos(), TimeUnit.NANOSECONDS);
        if (none) {
            free.release(most);
        }
        return none;
    }
}
