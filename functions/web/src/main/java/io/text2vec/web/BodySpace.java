package io.text2vec.web;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How many bytes of request bodies, and of answers that wait for a slow reader, are in memory, over all connections, and
 * how many may be. For any thread.
 */
@Singleton
public final class BodySpace {
    private final long size;
    private final AtomicLong taken = new AtomicLong();

    @Inject
    BodySpace(WebConfig config) {
        this(config.bodies().asLongValue());
    }

    public BodySpace(long size) {
        this.size = size;
    }

    public long size() {
        return size;
    }

    /** How many there are. */
    long taken() {
        return taken.get();
    }

    /** Takes so many bytes, or none at all if they are more than there are left. */
    public boolean take(long bytes) {
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

    public void giveBack(long bytes) {
        taken.addAndGet(-bytes);
    }
}
