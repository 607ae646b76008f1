package io.text2vec.hub;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A model of the hub, with its description on this machine and perhaps nothing else.
 *
 * @param snapshot what belongs to it
 * @param sizes bytes of each of its files
 * @param here whether all of them are on this machine
 */
public record Description(Snapshot snapshot, Map<String, Long> sizes, boolean here) {

    public Description {
        sizes = Collections.unmodifiableMap(new LinkedHashMap<>(sizes));
    }

    static Description of(Snapshot local) {
        Map<String, Long> sizes = new LinkedHashMap<>();
        for (String file : local.files()) {
            try {
                sizes.put(file, Files.size(local.directory().resolve(file)));
            } catch (IOException e) {
                throw new UncheckedIOException(file + " of " + local.name() + " can't be read", e);
            }
        }
        return new Description(local, sizes, true);
    }
}
