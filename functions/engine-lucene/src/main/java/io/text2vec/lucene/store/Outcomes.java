package io.text2vec.lucene.store;

import io.text2vec.collections.CollectionException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReferenceArray;

/** What becomes of the writes of a call. */
final class Outcomes {
    private final AtomicReferenceArray<CollectionException> failures;
    private final CountDownLatch left;

    Outcomes(int writes) {
        failures = new AtomicReferenceArray<>(writes);
        left = new CountDownLatch(writes);
    }

    void done(int write) {
        left.countDown();
    }

    void failed(int write, CollectionException why) {
        failures.set(write, why);
        left.countDown();
    }

    /** Waits for all, then tells why each failed, or nothing. */
    List<Optional<CollectionException>> await() {
        Waiting.on(left);
        List<Optional<CollectionException>> all = new ArrayList<>(failures.length());
        for (int i = 0; i < failures.length(); i++) {
            all.add(Optional.ofNullable(failures.get(i)));
        }
        return all;
    }
}
