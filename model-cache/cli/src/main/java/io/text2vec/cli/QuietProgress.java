package io.text2vec.cli;

import io.text2vec.hub.PullListener;
import java.nio.file.Path;
import java.time.Duration;

/** Tells only what keeps somebody waiting. */
record QuietProgress(Progress progress) implements PullListener {

    @Override
    public void retrying(String what, String why, Duration wait) {
        progress.line("Fetching %s failed: %s; again in %d s".formatted(what, why, wait.toSeconds()));
    }

    @Override
    public void waiting(Path lock) {
        progress.line("Another process pulls the same model; waiting for it");
    }
}
