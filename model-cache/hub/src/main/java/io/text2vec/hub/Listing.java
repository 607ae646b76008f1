package io.text2vec.hub;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the hub has of a model at one moment of its history.
 *
 * @param id its id; the hub's own spelling, which may differ from the one asked for
 * @param commit the git commit
 * @param files by name; empty where the hub tells the name alone, as some mirrors do
 */
record Listing(String id, String commit, Map<String, Optional<RemoteFile>> files) {

    List<String> names() {
        return List.copyOf(files.keySet());
    }
}
