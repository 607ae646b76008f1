package io.text2vec.collections.schema;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** Lets changes of collections and their names take turns, each from its check to its end. */
final class Turns {
    private final Lock lock = new ReentrantLock();

    <T> T alone(Supplier<T> change) {
        lock.lock();
        try {
            return change.get();
        } finally {
            lock.unlock();
        }
    }
}
