package io.text2vec.runtime.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The default model on the class path: int8 all-MiniLM-L6-v2. Weights and tokenizer come in a Maven artifact that brings no
 * configuration; what lies beside this class says the rest, the graph included.
 */
/*
 * The graph is the one that text2vec-convert makes of the artifact's, and refers to the weights inside that. It is faster to run,
 * and a first start opens it at a fifth of the cost, since nothing is left to optimise and to keep.
 */
public final class EmbeddedModel implements ModelFiles {
    private static final String NAME = "all-MiniLM-L6-v2";
    private static final String DESCRIPTOR = NAME + "/";
    private static final String GRAPH = "model.onnx";
    private static final String ARTIFACT = "all-minilm-l6-v2-q";

    private final Unpacking unpacking;

    /** Puts class path resources on disk, or finds them there. */
    @FunctionalInterface
    public interface Unpacking {
        /**
         * @param name for a directory
         * @param resources by the names that their files get
         * @return where they lie together
         */
        Path directory(String name, SortedMap<String, String> resources);
    }

    public EmbeddedModel(Unpacking unpacking) {
        this.unpacking = unpacking;
    }

    @Override
    public String name() {
        return NAME + " (int8, embedded)";
    }

    @Override
    public Optional<String> text(String file) {
        try (InputStream in = file.equals("tokenizer.json")
                ? EmbeddedModel.class.getClassLoader().getResourceAsStream(ARTIFACT + "-tokenizer.json")
                : EmbeddedModel.class.getResourceAsStream(DESCRIPTOR + file)) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(file + " of the embedded model can't be read", e);
        }
    }

    @Override
    public Optional<Path> path(String file) {
        if (!file.equals(GRAPH)) {
            return Optional.empty();
        }
        String here = EmbeddedModel.class.getPackageName().replace('.', '/') + "/" + DESCRIPTOR;
        // The graph names its weights by the second of these names.
        SortedMap<String, String> resources =
                new TreeMap<>(Map.of(GRAPH, here + GRAPH, GRAPH + "_data", ARTIFACT + ".onnx"));
        return Optional.of(unpacking.directory(NAME, resources).resolve(GRAPH));
    }

    @Override
    public String toString() {
        return "the embedded model";
    }
}
