package io.text2vec.cli;

import io.text2vec.hub.PullListener;
import io.text2vec.hub.Sizes;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** Shows a pull: a bar for all its files, and a line for each that is there. */
final class PullProgress implements PullListener {
    private final Progress progress;
    private final AtomicLong received = new AtomicLong();
    private volatile long total;

    PullProgress(Progress progress) {
        this.progress = progress;
    }

    @Override
    public synchronized void planned(String model, String commit, int files, long bytes) {
        total += bytes;
        progress.line("Pulling %s at %s: %d files, %s".formatted(model, commit, files, Sizes.text(bytes)));
    }

    @Override
    public void received(String file, long bytes) {
        long sum = received.addAndGet(bytes);
        progress.at(
                sum / (double) Math.max(1, total),
                "%s of %s, %s/s"
                        .formatted(Sizes.text(sum), Sizes.text(total), Sizes.text((long) (sum / progress.seconds()))));
    }

    @Override
    public void placed(String file) {
        progress.line("  " + file);
    }

    @Override
    public void making(String variant, double done) {
        progress.at(done, "making the " + variant + " graph");
    }

    @Override
    public void retrying(String what, String why, Duration wait) {
        progress.line("Fetching %s failed: %s; again in %d s".formatted(what, why, wait.toSeconds()));
    }

    @Override
    public void waiting(Path lock) {
        progress.line("Another process pulls the same model; waiting for it");
    }
}
