package io.text2vec.runtime.source;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;

/** A model in a directory: a hub checkout, or what a reference image holds. */
public record ModelDirectory(Path directory, String name) implements ModelFiles {

    @Override
    public Optional<Path> path(String file) {
        return Optional.of(directory.resolve(file)).filter(Files::isRegularFile);
    }

    @Override
    public Optional<String> text(String file) {
        return path(file).map(path -> {
            try {
                // Decodes what is no UTF-8 as U+FFFD instead of failing: such a file is seen by its content later.
                return new String(Files.readAllBytes(path), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new ModelException(path + " can't be read: " + e.getMessage(), e);
            }
        });
    }

    /** The names of what lies in a directory, for messages; at most a dozen. */
    static String listing(Path directory) {
        try (var files = Files.list(directory)) {
            String names = files.map(file -> file.getFileName().toString())
                    .sorted()
                    .limit(12)
                    .collect(Collectors.joining(", "));
            return names.isEmpty() ? "nothing" : names;
        } catch (IOException e) {
            return "nothing readable (" + e.getMessage() + ")";
        }
    }

    @Override
    public String toString() {
        return directory.toString();
    }
}
