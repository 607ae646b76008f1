package io.text2vec.web;

import java.util.concurrent.atomic.AtomicLong;

/** How many bytes of request bodies are in memory, over all connections, and how many may be. For any thread. */
final class BodySpace {
    private final long size;
    private final AtomicLong taken = new AtomicLong();

    BodySpace(long size) {
        this.size = size;
    }

    /** Takes so many bytes, or none at all if they are more than there are left. */
    boolean take(long bytes) {
        long before = taken.get();
        while (bytes <= size - before) {
            long witness = taken.compareAndExchange(before, before + bytes);
            if (witness == before) {
                return true;
            }
            before = witness;
        }
        return false;
    }

    void giveBack(long bytes) {
        taken.addAndGet(-bytes);
    }
}
