package io.text2vec.collections.write;

import io.text2vec.collections.CollectionException.Busy;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** What an import does when there is no room for a single text of it: others fill the queue. */
@FunctionalInterface
interface Patience {
    /** Ends the import: its caller comes again. */
    Patience NONE = full -> {
        throw full;
    };

    /** @throws Busy if it is not to be tried again */
    void full(Busy full);

    /**
     * Waits a moment, as often as it takes: whoever fills the queue is being served.
     *
     * @param wanted false: nobody waits for the import any more
     */
    static Patience whileWanted(BooleanSupplier wanted) {
        long moment = TimeUnit.MILLISECONDS.toNanos(20);
        return full -> {
            if (!wanted.getAsBoolean()) {
                throw full;
            }
            LockSupport.parkNanos(moment);
        };
    }
}
