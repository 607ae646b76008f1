package io.text2vec.hub;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A model of the hub on this machine.
 *
 * @param id as it was asked for
 * @param commit what it was at
 * @param directory in the layout of a checkout
 * @param graph the graph that is run, relative to the directory; absent where there are only weights
 * @param variant which graph it is, or which has to be made
 * @param reason why this variant
 * @param files all that belongs to it, relative to the directory
 * @param fetched how many of them were fetched just now
 * @param bytes of those
 */
public record Snapshot(
        String id,
        String commit,
        Path directory,
        Optional<String> graph,
        String variant,
        String reason,
        List<String> files,
        int fetched,
        long bytes) {

    private static final int SHORT = 7;

    public Snapshot {
        files = List.copyOf(files);
    }

    /** Id and commit as people write them. */
    public String name() {
        return id + "@" + commit.substring(0, Math.min(SHORT, commit.length()));
    }
}
