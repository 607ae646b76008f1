package io.text2vec.manifests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files of this repository that an operator uses. */
final class Manifests {
    static final Path ROOT = Path.of(System.getProperty("text2vec.root"));
    static final Path KNATIVE = ROOT.resolve("infra", "knative");

    private static final ObjectReader YAML = new YAMLMapper().readerFor(JsonNode.class);

    private Manifests() {}

    /** All documents that are whole manifests below a folder: patches and values have no kind. */
    static List<Manifest> below(Path folder) {
        return files(folder, ".yaml")
                .flatMap(file -> documents(file).stream()
                        .filter(document -> document.has("kind"))
                        .map(document -> new Manifest(ROOT.relativize(file).toString(), document)))
                .toList();
    }

    /** The documents of a YAML file. */
    static List<JsonNode> documents(Path file) {
        try {
            return documents(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException("Reading " + file, e);
        }
    }

    static List<JsonNode> documents(String yaml) throws IOException {
        return YAML.<JsonNode>readValues(yaml).readAll();
    }

    /** The files below a folder whose names end so, in the order of their paths. */
    static Stream<Path> files(Path folder, String end) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(end)).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * What kustomize makes of a folder.
     *
     * @param kustomize the command that builds a folder, without it
     * @throws IOException if it fails, with what it said
     */
    static List<Manifest> built(List<String> kustomize, Path folder) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(Stream.concat(kustomize.stream(), Stream.of(folder.toString()))
                        .toList())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(said);
        }
        return documents(said).stream()
                .map(document -> new Manifest(ROOT.relativize(folder).toString(), document))
                .toList();
    }
}
