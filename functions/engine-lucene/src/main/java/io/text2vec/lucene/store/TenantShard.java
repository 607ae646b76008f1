package io.text2vec.lucene.store;

import io.text2vec.collections.CollectionException.EngineFailed;
import java.io.IOException;
import java.lang.System.Logger;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;

/** The shard of a tenant: opened by the first call that needs it, and closed again while no call is under way in it. */
final class TenantShard {
    private static final Logger LOG = System.getLogger(TenantShard.class.getName());

    private static final long PATIENCE_MILLIS = 100;

    private final ShardPlace place;
    private final ShardStore store;
    private final OpenTenants open;
    // Shared by the calls under way; who closes has it alone.
    private final ReadWriteLock use = new ReentrantReadWriteLock();
    private boolean gone;
    private volatile OptionalLong lastCount = OptionalLong.empty();

    TenantShard(ShardPlace place, ShardStore store, OpenTenants open) {
        this.place = place;
        this.store = store;
        this.open = open;
    }

    ShardPlace place() {
        return place;
    }

    ShardStore store() {
        return store;
    }

    /**
     * Makes a call, and opens the shard for it.
     *
     * @param before throws what keeps the call out
     * @return nothing if the shard is gone; another one may be there in its place
     */
    <T> Optional<T> through(Runnable before, Function<ShardStore, T> call) {
        use.readLock().lock();
        try {
            if (gone) {
                return Optional.empty();
            }
            before.run();
            open.use(this);
            return Optional.of(call.apply(store));
        } finally {
            use.readLock().unlock();
        }
    }

    /** How many objects it has, told without opening it if that is possible; nothing if it is gone. */
    Optional<Long> count() {
        OptionalLong known = lastCount;
        if (!store.isOpen() && known.isPresent()) {
            return Optional.of(known.getAsLong());
        }
        return countClosed().or(() -> through(() -> {}, ShardStore::count));
    }

    private Optional<Long> countClosed() {
        use.readLock().lock();
        try {
            if (gone || store.isOpen()) {
                return Optional.empty();
            }
            lastCount = ClosedShard.count(place);
            return lastCount.isPresent() ? Optional.of(lastCount.getAsLong()) : Optional.empty();
        } catch (IOException unreadable) {
            return Optional.empty(); // Opening it tells what is wrong.
        } finally {
            use.readLock().unlock();
        }
    }

    /** Called now and then; see {@link OpenShard#checkpointIfIdle}. */
    long tidy() {
        if (!store.isOpen() || !use.readLock().tryLock()) {
            return 0;
        }
        try {
            return store.tidy();
        } finally {
            use.readLock().unlock();
        }
    }

    /** Closes it if no call is under way in it. */
    boolean closeUnlessUsed() {
        if (!use.writeLock().tryLock()) {
            return false;
        }
        try {
            closeAlone();
            return true;
        } finally {
            use.writeLock().unlock();
        }
    }

    /** Waits for the calls under way, and closes it. */
    void close() {
        aloneInIt();
        try {
            closeAlone();
        } finally {
            use.writeLock().unlock();
        }
    }

    /**
     * Waits for the calls under way, now and then letting others in: one of those may need this shard for what the
     * references of another lead to, whose own closing waits for it.
     */
    private void aloneInIt() {
        boolean interrupted = false;
        boolean alone = false;
        while (!alone) {
            try {
                alone = use.writeLock().tryLock(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void closeAlone() {
        try {
            OptionalLong count = store.countIfOpen();
            store.close();
            if (count.isPresent()) {
                lastCount = count;
            }
        } catch (EngineFailed kept) {
            // The next opening reads from the log what the index lacks.
            LOG.log(Logger.Level.WARNING, kept.getMessage(), kept);
        } finally {
            open.closed(this);
        }
    }

    /** Waits for the calls under way, and closes it for good: its files are to be removed. */
    void giveUp() {
        aloneInIt();
        try {
            gone = true;
            store.abandon();
        } catch (EngineFailed unwanted) {
            LOG.log(Logger.Level.WARNING, unwanted.getMessage(), unwanted);
        } finally {
            open.closed(this);
            use.writeLock().unlock();
        }
    }
}
