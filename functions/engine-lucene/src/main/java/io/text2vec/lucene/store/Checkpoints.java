package io.text2vec.lucene.store;

import io.text2vec.lucene.log.Log;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** When the index takes over from the log what that holds, and how. */
final class Checkpoints {
    private final Log log;
    private final ObjectIndex index;
    private final Lanes lanes;
    private final RecentWrites recent;
    private final long logBytes;
    private final long idleBytes;
    private final AtomicBoolean asked = new AtomicBoolean();
    // Held while a place of the log is read, so that its file stays.
    private final ReadWriteLock places = new ReentrantReadWriteLock();
    private long idleAt;

    /**
     * @param logBytes from which length on the log's is too long
     * @param idleBytes from which length on that is worth the work while nobody writes
     */
    Checkpoints(Log log, ObjectIndex index, Lanes lanes, RecentWrites recent, long logBytes, long idleBytes) {
        this.log = log;
        this.index = index;
        this.lanes = lanes;
        this.recent = recent;
        this.logBytes = logBytes;
        this.idleBytes = idleBytes;
    }

    /** Asks for a checkpoint if the log is too long and nobody has asked yet. */
    void askWhenDue(Runnable ask) {
        if (log.size() > logBytes && asked.compareAndSet(false, true)) {
            ask.run();
        }
    }

    /** Called by who was asked: whether it is still needed. */
    boolean due() {
        asked.set(false);
        return log.size() > logBytes;
    }

    /** Whether nothing was written since the last call, and the log is worth the work. By one thread. */
    boolean worthWhileIdle() {
        long end = log.end();
        boolean idle = end == idleAt;
        idleAt = end;
        return idle && log.size() >= idleBytes;
    }

    /** Makes the index durable and drops what the log has of it. */
    synchronized void make() throws IOException {
        boolean anew = log.failed();
        if (!anew && log.size() == 0) {
            return; // the index has everything
        }
        long position = anew ? log.end() : log.roll();
        lanes.await();
        index.commit(position);
        index.refresh(recent);
        if (anew) {
            log.roll();
        }
        places.writeLock().lock();
        try {
            log.deleteBefore(position);
        } finally {
            places.writeLock().unlock();
        }
    }

    /** Reads while no part of the log goes. */
    <T> T keepingLog(Reading<T> reading) throws IOException {
        places.readLock().lock();
        try {
            return reading.read();
        } finally {
            places.readLock().unlock();
        }
    }

    /** Closes log and index, after a checkpoint that is under way. */
    synchronized void close() throws IOException {
        try {
            log.close();
        } finally {
            lanes.await();
            index.close();
        }
    }

    @FunctionalInterface
    interface Reading<T> {
        T read() throws IOException;
    }
}
