package io.text2vec.collections.work;

import io.text2vec.collections.CollectionException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * Runs what blocks. Reads and writes have threads of their own, so that an import under way doesn't keep searches
 * waiting. For any thread.
 *
 * <p>A future fails with a {@link CollectionException}: {@link CollectionException.Busy} at once where no more may wait,
 * {@link CollectionException.NotReady} once closed, or whatever the work throws. One that is cancelled before its turn
 * is never run.
 */
public final class Workers implements AutoCloseable {
    private final Pool reads;
    private final Pool writes;
    private final int writesAtOnce;
    private final Carrier carrier;

    /**
     * @param underWay works that run now
     * @param waiting works that wait for their turn
     */
    public record Load(int underWay, int waiting) {}

    public Workers(WorkSettings settings) {
        this(settings, Carrier::nothing);
    }

    /** @param carrier is asked on the thread that has something to do */
    public Workers(WorkSettings settings, Carrier carrier) {
        this.carrier = carrier;
        reads = new Pool("reads", settings.reads(), settings.waitingReads(), "TEXT2VEC_WAITING_READS");
        writesAtOnce = settings.writes();
        writes = new Pool("writes", settings.writes(), settings.waitingWrites(), "TEXT2VEC_WAITING_WRITES");
    }

    public <T> CompletableFuture<T> read(Supplier<T> work) {
        return reads.run(carrier.carried(work));
    }

    public <T> CompletableFuture<T> write(Supplier<T> work) {
        return writes.run(carrier.carried(work));
    }

    /** How many calls write at once. */
    public int writesAtOnce() {
        return writesAtOnce;
    }

    public Load reads() {
        return reads.load();
    }

    public Load writes() {
        return writes.load();
    }

    /** Refuses what is new and returns when everything taken is done. */
    @Override
    public void close() {
        reads.close();
        writes.close();
    }
}
