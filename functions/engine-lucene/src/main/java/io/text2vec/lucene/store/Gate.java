package io.text2vec.lucene.store;

import io.text2vec.collections.CollectionException;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/** Lets calls through until it is closed, and knows when the last of them is done. */
public final class Gate {
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private volatile Supplier<CollectionException> closed;

    /** Makes a call, unless the gate is closed. */
    public <T> T through(Supplier<T> call) {
        refuse();
        lock.readLock().lock();
        try {
            refuse();
            return call.get();
        } finally {
            lock.readLock().unlock();
        }
    }

    /** Refuses calls from now on, and waits for those under way. */
    public void close(Supplier<CollectionException> why) {
        closed = why;
        lock.writeLock().lock();
        lock.writeLock().unlock();
    }

    private void refuse() {
        Supplier<CollectionException> why = closed;
        if (why != null) {
            throw why.get();
        }
    }
}
