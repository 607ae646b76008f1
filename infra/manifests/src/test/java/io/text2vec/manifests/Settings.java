package io.text2vec.manifests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The environment variables that the applications read, as their sources name them. */
final class Settings {
    /** {@code ${NAME:default}} or {@code ${NAME}} of a properties file. */
    private static final Pattern IN_PROPERTIES = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]+)[:}]");

    /** The name as a string of its own, which is how the parts that start before the framework ask for it. */
    private static final Pattern IN_JAVA = Pattern.compile("\"([A-Z][A-Z0-9]*_[A-Z0-9_]+)\"");

    /** What the JVM itself and the programs of an image read. */
    private static final Set<String> OF_THE_IMAGE = Set.of("PATH", "LANG", "JAVA_TOOL_OPTIONS", "LD_LIBRARY_PATH");

    private Settings() {}

    static Set<String> read() {
        Set<String> names = new TreeSet<>(OF_THE_IMAGE);
        for (String folder : Set.of("functions", "model-cache")) {
            Path sources = Manifests.ROOT.resolve(folder);
            main(sources, ".properties").forEach(file -> add(file, IN_PROPERTIES, names));
            main(sources, ".java").forEach(file -> add(file, IN_JAVA, names));
        }
        return names;
    }

    private static Stream<Path> main(Path folder, String end) {
        return Manifests.files(folder, end).filter(file -> file.toString().contains("/src/main/"));
    }

    private static void add(Path file, Pattern pattern, Set<String> names) {
        try {
            pattern.matcher(Files.readString(file)).results().forEach(found -> names.add(found.group(1)));
        } catch (IOException e) {
            throw new UncheckedIOException("Reading " + file, e);
        }
    }
}
