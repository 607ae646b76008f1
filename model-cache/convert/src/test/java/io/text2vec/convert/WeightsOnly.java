package io.text2vec.convert;

import io.text2vec.runtime.recipe.Fixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A tiny model without its published graphs. */
final class WeightsOnly {
    private WeightsOnly() {}

    /** Copies the model into a directory, which is returned. */
    static Path of(String fixture, Path directory) throws IOException {
        Path source = Fixture.of(fixture).files().directory();
        List<Path> files;
        try (Stream<Path> all = Files.walk(source)) {
            files = all.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            Path relative = source.relativize(file);
            if (!relative.startsWith("onnx")) {
                Files.createDirectories(directory.resolve(relative).getParent());
                Files.copy(file, directory.resolve(relative));
            }
        }
        return directory;
    }
}
