package io.text2vec.hub;

import io.text2vec.runtime.source.ModelFiles;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;

/** Files of which only the names are known, so that what is chosen among them is chosen by the runtime's own rule. */
record NamedFiles(String name, Collection<String> names) implements ModelFiles {

    @Override
    public Optional<String> text(String file) {
        return Optional.empty();
    }

    @Override
    public Optional<Path> path(String file) {
        return names.contains(file) ? Optional.of(Path.of(file)) : Optional.empty();
    }

    /** The name behind a path of this class. */
    static String name(Path path) {
        return path.toString().replace('\\', '/');
    }
}
