package io.text2vec.hub;

import java.time.Duration;

/** Lets time pass. */
@FunctionalInterface
interface Pause {
    Pause SLEEP = Thread::sleep;

    void waitFor(Duration time) throws InterruptedException;
}
