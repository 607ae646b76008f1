package io.text2vec.lucene.store;

import java.util.concurrent.CountDownLatch;

/** Waits for what will come for sure, interrupted or not: what was begun has an outcome that somebody must learn. */
final class Waiting {
    private Waiting() {}

    static void on(CountDownLatch latch) {
        boolean interrupted = false;
        while (true) {
            try {
                latch.await();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
