package io.text2vec.hub;

import io.text2vec.runtime.source.GraphMaker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.DoubleConsumer;

/** Writes what a test wants of a graph, under a name. */
record NamedMaker(String name, Content content) implements GraphMaker {

    @FunctionalInterface
    interface Content {
        void write(Path model, Path graph) throws IOException;
    }

    @Override
    public String version() {
        return "test";
    }

    @Override
    public List<Path> sources(Path model) {
        return List.of(model.resolve("model.safetensors"));
    }

    @Override
    public Path make(Path model, String variant, Path into, DoubleConsumer progress) {
        Path graph = into.resolve("onnx").resolve(name);
        try {
            Files.createDirectories(graph.getParent());
            content.write(model, graph);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        progress.accept(1);
        return graph;
    }
}
