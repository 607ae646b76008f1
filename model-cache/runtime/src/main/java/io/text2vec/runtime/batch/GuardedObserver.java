package io.text2vec.runtime.batch;

import io.text2vec.embedder.EmbedObserver;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/** Keeps what an observer throws away from the texts; the first time is logged, a run has no time for the rest. */
public final class GuardedObserver implements EmbedObserver {
    private static final Logger LOG = Logger.getLogger(GuardedObserver.class);

    private final EmbedObserver observer;
    private final AtomicBoolean failed = new AtomicBoolean();

    public GuardedObserver(EmbedObserver observer) {
        this.observer = observer;
    }

    @Override
    public void ran(int sequences, int tokens, int padding, long nanos) {
        guard(() -> observer.ran(sequences, tokens, padding, nanos));
    }

    @Override
    public void lookedUp(boolean hit) {
        guard(() -> observer.lookedUp(hit));
    }

    private void guard(Runnable call) {
        try {
            call.run();
        } catch (Throwable t) {
            if (failed.compareAndSet(false, true)) {
                LOG.warn("An observer of embeddings failed; its figures are wrong from here on", t);
            }
        }
    }
}
