package io.text2vec.bench;

import io.text2vec.bench.direct.Ceiling;
import io.text2vec.bench.direct.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Prints how many texts of a file the libraries alone embed in a second, on all cores: the E of the import bench. */
public final class EmbeddingRate {
    private static final Duration WARM_UP = Duration.ofSeconds(5);

    private EmbeddingRate() {}

    /** @param arguments a file with a text on each line, and for how many seconds to measure */
    public static void main(String[] arguments) throws IOException {
        List<String> texts = new ArrayList<>(Files.readAllLines(Path.of(arguments[0])));
        Collections.shuffle(texts, new Random(1)); // lengths come in runs, and the time doesn't reach for all texts
        Path natives = Files.createTempDirectory("text2vec-bench");
        try (Ceiling ceiling = new Ceiling(natives)) {
            Setting setting = new Setting(Runtime.getRuntime().availableProcessors(), 1, 1);
            ceiling.textsPerSecond(setting, texts, WARM_UP);
            Duration time = Duration.ofSeconds(Long.parseLong(arguments[1]));
            System.out.printf(Locale.ROOT, "%.1f%n", ceiling.textsPerSecond(setting, texts, time));
        } finally {
            Directories.delete(natives);
        }
    }
}
