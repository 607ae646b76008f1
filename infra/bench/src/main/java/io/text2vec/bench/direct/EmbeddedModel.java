package io.text2vec.bench.direct;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The embedded default model: the runtime's graph, and the weights and tokenizer of the artifact that it refers to. */
final class EmbeddedModel {
    private static final String GRAPH = "model.onnx";

    private EmbeddedModel() {}

    /** The graph, its weights beside it. */
    static Path graph(Path directory) {
        Path graph = directory.resolve(GRAPH);
        Unpacked.file("/all-minilm-l6-v2-q.onnx", directory.resolve(GRAPH + "_data"));
        Unpacked.file("/io/text2vec/runtime/source/all-MiniLM-L6-v2/" + GRAPH, graph);
        return graph;
    }

    static String tokenizer() {
        String file = "/all-minilm-l6-v2-q-tokenizer.json";
        try (InputStream in = EmbeddedModel.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("Not on the class path: " + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
