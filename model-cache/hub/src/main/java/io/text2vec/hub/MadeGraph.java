package io.text2vec.hub;

import io.text2vec.runtime.source.GraphMaker;
import io.text2vec.runtime.source.ModelException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/**
 * A graph that was made here, under the name by which the runtime finds it.
 *
 * @param name the graph, relative to the model's directory
 * @param files it and what it keeps its weights in, relative to that
 */
record MadeGraph(String name, List<String> files) {

    MadeGraph {
        files = List.copyOf(files);
    }

    /**
     * Makes one in a directory of its own and puts it in its place when it is whole, its weights first.
     *
     * @param model the model's directory
     * @param partial on the same disk, for what is not whole
     * @throws HubException.NotSupported if there can't be one of this model
     */
    static MadeGraph of(Path model, String variant, Path partial, GraphMaker maker, PullListener listener)
            throws IOException {
        Path making = partial.resolve(
                "made-" + Long.toHexString(ThreadLocalRandom.current().nextLong()));
        try {
            Files.createDirectories(making);
            Path graph = maker.make(model, variant, making, done -> listener.making(variant, done));
            List<String> made = new ArrayList<>();
            for (Path file : files(making, graph)) {
                String name = making.relativize(file).toString().replace('\\', '/');
                Placed.move(file, model.resolve(name));
                made.add(name);
            }
            return new MadeGraph(made.getLast(), made);
        } catch (ModelException e) {
            throw new HubException.NotSupported(e.getMessage(), e);
        } finally {
            remove(making);
        }
    }

    private static List<Path> files(Path making, Path graph) throws IOException {
        try (Stream<Path> files = Files.walk(making)) {
            return files.filter(Files::isRegularFile)
                    .sorted(Comparator.comparing(graph::equals))
                    .toList();
        }
    }

    private static void remove(Path making) throws IOException {
        try (Stream<Path> left = Files.walk(making)) {
            for (Path file : left.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
