package io.text2vec.hub;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A model in a cache of the hub's own layout, ours or one of its Python client:
 * <pre>
 *   models--org--name/refs/main               the commit that a branch or tag was at
 *   models--org--name/snapshots/(commit)/...  the files
 * </pre>
 * Ours has plain files there and, beside them, {@code partial} with what is on its way and {@code pulled} with what was
 * pulled completely.
 *
 * @param directory need not exist
 */
record Repository(Path directory) {
    private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{40}");

    static Repository of(Path cache, String id) {
        return new Repository(cache.resolve("models--" + id.replace("/", "--")));
    }

    /** The commit of a revision as far as this cache knows. */
    Optional<String> commit(String revision) {
        if (COMMIT.matcher(revision).matches()) {
            return Optional.of(revision);
        }
        try {
            Path ref = directory.resolve("refs").resolve(revision);
            return Files.isRegularFile(ref)
                    ? Optional.of(Files.readString(ref).strip())
                            .filter(text -> COMMIT.matcher(text).matches())
                    : Optional.empty();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    Path snapshot(String commit) {
        return directory.resolve("snapshots").resolve(commit);
    }

    /** Where a file is put on its way; the name changes when the content does. */
    Path partial(RemoteFile file) {
        return directory
                .resolve("partial")
                .resolve(file.checksum().hex() + "." + file.name().replace('/', '_'));
    }

    /** Where it is written down what was pulled for a revision. */
    Path receipt(String revision, String what) {
        return directory.resolve("pulled").resolve(revision.replace('/', '_')).resolve(what);
    }

    Path lock() {
        return directory.resolve(".lock");
    }

    /** Remembers a revision's commit. */
    void refer(String revision, String commit) throws IOException {
        if (!COMMIT.matcher(revision).matches()) {
            Placed.write(directory.resolve("refs").resolve(revision), commit);
        }
    }

    /** The names of the files that a snapshot has; links count as what they lead to. */
    List<String> names(String commit) {
        Path snapshot = snapshot(commit);
        if (!Files.isDirectory(snapshot)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(snapshot, 2)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> NamedFiles.name(snapshot.relativize(file)))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            return List.of();
        }
    }
}
