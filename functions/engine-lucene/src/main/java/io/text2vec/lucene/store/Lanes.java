package io.text2vec.lucene.store;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.stream.Stream;

/** Does work on objects one after the other or in parallel; on the same object always in the order in which it was given. */
final class Lanes {
    private final Lane[] lanes;
    private boolean parallel;

    /**
     * @param count how much may be done at once
     * @param parallel whether it may from the start, and not only after {@link #widen}
     */
    Lanes(int count, boolean parallel, Executor threads) {
        this.parallel = parallel;
        lanes = Stream.generate(() -> new Lane(threads)).limit(count).toArray(Lane[]::new);
    }

    /** By one thread at a time. */
    void add(UUID id, Runnable work) {
        lanes[parallel ? Math.floorMod(id.hashCode(), lanes.length) : 0].add(work);
    }

    /** Lets work that comes from now on be done in parallel. By one thread at a time. */
    void widen() {
        if (!parallel) {
            await(); // else what comes could overtake what is there
            parallel = true;
        }
    }

    /** Waits until all is done that was given before. */
    void await() {
        CountDownLatch left = new CountDownLatch(lanes.length);
        for (Lane lane : lanes) {
            lane.add(left::countDown);
        }
        Waiting.on(left);
    }

    private static final class Lane implements Runnable {
        /** After so many another lane gets the thread, which may be another collection's. */
        private static final int TURN = 32;

        private final Executor threads;
        private final Queue<Runnable> work = new ArrayDeque<>();
        private boolean running;

        Lane(Executor threads) {
            this.threads = threads;
        }

        synchronized void add(Runnable one) {
            work.add(one);
            if (!running) {
                running = true;
                threads.execute(this);
            }
        }

        @Override
        public void run() {
            for (int i = 0; i < TURN; i++) {
                Runnable one = next();
                if (one == null) {
                    return;
                }
                one.run();
            }
            threads.execute(this);
        }

        private synchronized Runnable next() {
            Runnable one = work.poll();
            running = one != null;
            return one;
        }
    }
}
