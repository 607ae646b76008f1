package io.text2vec.weaviate.grpc;

import io.text2vec.web.BodySpace;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/**
 * Memory for the messages of streams: half of what bodies may have, so that streams which wait leave room for calls. Who
 * finds none waits, first come first served, and gets it for a whole message at once: of several that had a part each, none
 * might ever be whole. For any thread.
 */
final class StreamSpace {
    private final BodySpace bodies;
    private final Consumer<Runnable> later;
    private final Deque<Wish> waiting = new ArrayDeque<>();
    private final long size;
    private long taken;
    private boolean looking; // somebody comes back later

    private record Wish(long bytes, Runnable granted) {}

    /** @param later runs something a moment later: bodies don't tell when they give back */
    StreamSpace(BodySpace bodies, Consumer<Runnable> later) {
        this.bodies = bodies;
        this.later = later;
        size = bodies.size() / 2;
    }

    /**
     * Takes space.
     *
     * @param granted run when it is there, by any thread; maybe at once
     * @throws CallRefused if there will never be so much
     */
    void take(int bytes, Runnable granted) {
        if (bytes > size) {
            throw CallRefused.noSpaceEver(bytes, size);
        }
        synchronized (this) {
            waiting.add(new Wish(bytes, granted));
        }
        grant();
    }

    /** Withdraws a wish; without effect on one that is granted. */
    synchronized boolean withdraw(Runnable granted) {
        return waiting.removeIf(wish -> wish.granted() == granted);
    }

    void giveBack(long bytes) {
        bodies.giveBack(bytes);
        synchronized (this) {
            taken -= bytes;
        }
        grant();
    }

    private void grant() {
        for (Runnable granted = next(); granted != null; granted = next()) {
            granted.run();
        }
    }

    private synchronized Runnable next() {
        Wish first = waiting.peek();
        if (first == null || first.bytes() > size - taken) {
            return null;
        }
        if (!bodies.take(first.bytes())) {
            lookAgain();
            return null;
        }
        taken += first.bytes();
        return waiting.remove().granted();
    }

    private void lookAgain() {
        if (!looking) {
            looking = true;
            later.accept(() -> {
                synchronized (this) {
                    looking = false;
                }
                grant();
            });
        }
    }
}
