package io.text2vec.runtime.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The default model on the class path: int8 all-MiniLM-L6-v2. Graph and tokenizer come in a Maven artifact that brings
 * no configuration; the descriptor beside this class says the rest.
 */
public final class EmbeddedModel implements ModelFiles {
    private static final String DESCRIPTOR = "all-MiniLM-L6-v2/";
    private static final Map<String, String> ARTIFACT = Map.of(
            "tokenizer.json", "all-minilm-l6-v2-q-tokenizer.json",
            "model.onnx", "all-minilm-l6-v2-q.onnx");

    private final Function<String, Path> onDisk;

    /** @param onDisk puts a class path resource on disk, or finds it there */
    public EmbeddedModel(Function<String, Path> onDisk) {
        this.onDisk = onDisk;
    }

    @Override
    public String name() {
        return "all-MiniLM-L6-v2 (int8, embedded)";
    }

    @Override
    public Optional<String> text(String file) {
        String inArtifact = ARTIFACT.get(file);
        try (InputStream in = inArtifact == null
                ? EmbeddedModel.class.getResourceAsStream(DESCRIPTOR + file)
                : EmbeddedModel.class.getClassLoader().getResourceAsStream(inArtifact)) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(file + " of the embedded model can't be read", e);
        }
    }

    @Override
    public Optional<Path> path(String file) {
        return Optional.ofNullable(ARTIFACT.get(file)).map(onDisk);
    }

    @Override
    public String toString() {
        return "the embedded model";
    }
}
