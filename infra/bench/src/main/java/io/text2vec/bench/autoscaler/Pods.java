package io.text2vec.bench.autoscaler;

import java.util.PriorityQueue;
import java.util.random.RandomGenerator;

/** Pods that start and pods that are ready. Times are milliseconds since the beginning. */
final class Pods {
    private final Software software;
    private final double platformMillis;
    private final RandomGenerator chance;
    private final PriorityQueue<Long> starting = new PriorityQueue<>();
    private int ready;
    private int most;

    /** @param platformMillis what the cluster needs until a pod's process starts, and to hear that it is ready */
    Pods(Software software, double platformMillis, int already, RandomGenerator chance) {
        this.software = software;
        this.platformMillis = platformMillis;
        this.chance = chance;
        ready = already;
        most = already;
    }

    int ready() {
        return ready;
    }

    int all() {
        return ready + starting.size();
    }

    int most() {
        return most;
    }

    /** Starts pods or ends some, those first that are not ready. */
    void become(int wanted, long now) {
        while (all() < wanted) {
            double own = software.coldLeast() + chance.nextDouble() * (software.coldMost() - software.coldLeast());
            starting.add(now + Math.round(platformMillis + 1000 * own));
        }
        while (all() > wanted && !starting.isEmpty()) {
            endLastStarted();
        }
        ready = Math.min(ready, wanted);
        most = Math.max(most, all());
    }

    void pass(long now) {
        while (!starting.isEmpty() && starting.peek() <= now) {
            starting.remove();
            ready++;
        }
    }

    private void endLastStarted() {
        long latest = 0;
        for (long at : starting) {
            latest = Math.max(latest, at);
        }
        starting.remove(latest);
    }
}
