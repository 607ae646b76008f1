package io.text2vec.collections.write;

import java.util.Collection;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/** Lets those take turns who read an object, change it and write it back. */
final class IdLocks {
    /** Ids share these, so that their number is bounded: of two ids one in so many shares. */
    private static final int STRIPES = 1024;

    private final Lock[] stripes =
            Stream.generate(ReentrantLock::new).limit(STRIPES).toArray(Lock[]::new);

    /** Held locks. */
    @FunctionalInterface
    interface Held extends AutoCloseable {
        @Override
        void close();
    }

    Held lock(String collection, UUID id) {
        Lock lock = stripes[stripe(collection, id)];
        lock.lock();
        return lock::unlock;
    }

    /** Locks for several ids, always in the same order, so that nobody waits for somebody who waits for him. */
    Held lock(String collection, Collection<UUID> ids) {
        int[] sorted = ids.stream()
                .mapToInt(id -> stripe(collection, id))
                .distinct()
                .sorted()
                .toArray();
        for (int stripe : sorted) {
            stripes[stripe].lock();
        }
        return () -> {
            for (int stripe : sorted) {
                stripes[stripe].unlock();
            }
        };
    }

    private static int stripe(String collection, UUID id) {
        return Math.floorMod(Objects.hash(collection, id), STRIPES);
    }
}
