package io.text2vec.runtime.batch;

import io.text2vec.embedder.EmbedException;
import io.text2vec.embedder.EmbedRequest;
import io.text2vec.embedder.Embedding;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The queue as threads see it: one lock, and a condition for each kind of thread that waits. Nothing slow and no one
 * else's code runs under the lock; futures are completed outside, after their text has left, so that who reads an answer
 * reads a count without it.
 */
final class SharedQueue {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition work = lock.newCondition();
    private final Condition longText = lock.newCondition();
    private final Condition stop = lock.newCondition();
    private final Condition empty = lock.newCondition();
    private final QueueSettings settings;
    private final Pace pace;
    private final TextQueue texts;
    private boolean closing;
    private boolean stopped;

    SharedQueue(QueueSettings settings, int maxBatch, Pace pace) {
        this.settings = settings;
        this.pace = pace;
        texts = new TextQueue(settings, maxBatch);
    }

    /**
     * Takes all or none.
     *
     * @throws EmbedException.NotReady when closing
     * @throws EmbedException.Busy if there is no room
     */
    List<Text> admit(List<EmbedRequest> requests) {
        long chars = 0;
        for (EmbedRequest request : requests) {
            chars += request.text().length();
        }
        lock.lock();
        try {
            if (closing) {
                throw new EmbedException.NotReady("The embedder is closing and takes no more texts");
            }
            if (!texts.hasRoomFor(requests.size(), chars)) {
                throw busy(requests.size(), chars);
            }
            List<Text> added =
                    texts.add(requests, System.nanoTime() + settings.deadline().toNanos());
            wake();
            return added;
        } finally {
            lock.unlock();
        }
    }

    private EmbedException.Busy busy(int more, long chars) {
        String why = more > settings.capacity() - texts.waiting()
                ? more + " more: " + texts.waiting() + " texts wait, its capacity is " + settings.capacity()
                : chars + " more characters: " + texts.waitingChars() + " wait, of at most "
                        + settings.maxWaitingChars();
        return new EmbedException.Busy("The queue has no room for " + why, pace.toServe(texts.ahead()));
    }

    /** Waits for something to do. Returns null once stopped. */
    Job nextJob() {
        lock.lock();
        try {
            while (!stopped && !texts.hasJob()) {
                work.awaitUninterruptibly();
            }
            if (stopped) {
                return null;
            }
            Job job = texts.nextJob();
            wake();
            return job;
        } finally {
            lock.unlock();
        }
    }

    /** Waits for a long text to plan. Returns null once stopped. */
    Text nextLongText() {
        lock.lock();
        try {
            wake(); // for the text this thread planned before
            while (!stopped && !texts.hasLongText()) {
                longText.awaitUninterruptibly();
            }
            return stopped ? null : texts.nextLongText();
        } finally {
            lock.unlock();
        }
    }

    /** Takes a text back that has been planned. Wakes nobody: the caller comes for the next job, and it may be this one. */
    void planned(Text text) {
        lock.lock();
        try {
            texts.planned(text);
        } finally {
            lock.unlock();
        }
    }

    /** One thread is enough: it calls the next one if it leaves something. Costs nothing when nobody is parked. */
    private void wake() {
        if (texts.hasJob()) {
            work.signal();
        }
        if (texts.hasLongText()) {
            longText.signal();
        }
    }

    /** Waits for texts whose deadline has passed and takes them out; they are still to be failed. Null once stopped. */
    List<Text> takeExpired() throws InterruptedException {
        lock.lock();
        try {
            while (!stopped) {
                long now = System.nanoTime();
                List<Text> late = texts.removeExpired(now);
                if (!late.isEmpty()) {
                    return late;
                }
                // A text that comes while this waits is due later than this wakes: nobody needs to signal.
                Text oldest = texts.oldestPending();
                stop.awaitNanos(oldest == null ? settings.deadline().toNanos() : oldest.deadline() - now);
            }
            return null;
        } finally {
            lock.unlock();
        }
    }

    void answer(Text text, Embedding embedding) {
        leave(text);
        text.future().complete(embedding);
    }

    void fail(Text text, EmbedException failure) {
        leave(text);
        text.future().completeExceptionally(failure);
    }

    /** Drops what waits of a text, at once; may be called more than once. */
    void leave(Text text) {
        lock.lock();
        try {
            texts.remove(text);
            wake();
            if (texts.pendingCount() == 0) {
                empty.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    int pending() {
        lock.lock();
        try {
            return texts.pendingCount();
        } finally {
            lock.unlock();
        }
    }

    /** Refuses what is new and waits until all that was taken has gone, but no longer than {@code limit}. */
    void drain(Duration limit) throws InterruptedException {
        lock.lock();
        try {
            closing = true;
            long left = limit.toNanos();
            while (texts.pendingCount() > 0 && left > 0) {
                left = empty.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Sends the threads home as they come; returns what is left, taken out and still to be failed. */
    List<Text> stop() {
        lock.lock();
        try {
            stopped = true;
            work.signalAll();
            longText.signalAll();
            stop.signalAll();
            return texts.removeAll();
        } finally {
            lock.unlock();
        }
    }
}
