package io.text2vec.hub;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/** Tells in the log how a pull goes: a line at its start and its end, one for each failure, and one at every tenth. */
final class PullLog implements PullListener {
    private static final Logger LOG = Logger.getLogger("io.text2vec.hub");
    private static final long TENTHS = 10;

    private final AtomicLong here = new AtomicLong();
    private volatile long total;
    private long told;

    @Override
    public synchronized void planned(String model, String commit, int files, long bytes) {
        total += bytes;
        LOG.infof("Pulling %s at %s: %d files, %s", model, commit, files, Sizes.text(bytes));
    }

    @Override
    public void received(String file, long bytes) {
        long sum = here.addAndGet(bytes);
        if (total > 0 && sum * TENTHS / total > told) {
            tell(sum);
        }
    }

    private synchronized void tell(long sum) {
        long tenth = sum * TENTHS / total;
        if (tenth > told && tenth < TENTHS) {
            told = tenth;
            LOG.infof("Pulled %s of %s", Sizes.text(sum), Sizes.text(total));
        }
    }

    @Override
    public void retrying(String what, String why, Duration wait) {
        LOG.warnf("Fetching %s failed: %s; again in %d s", what, why, wait.toSeconds());
    }

    @Override
    public void waiting(Path lock) {
        LOG.infof("Another process pulls the same model; waiting for %s", lock);
    }

    void found(Snapshot snapshot, Duration took) {
        String fetched = snapshot.fetched() == 0
                ? "nothing fetched"
                : "%d files, %s fetched in %.1f s"
                        .formatted(snapshot.fetched(), Sizes.text(snapshot.bytes()), took.toMillis() / 1000.0);
        LOG.infof(
                "%s from %s, %s; graph %s, %s: %s",
                snapshot.name(),
                snapshot.directory(),
                fetched,
                snapshot.graph().orElse("none"),
                snapshot.variant(),
                snapshot.reason());
    }
}
