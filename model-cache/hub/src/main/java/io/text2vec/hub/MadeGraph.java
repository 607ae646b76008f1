package io.text2vec.hub;

import io.text2vec.runtime.infer.CpuKind;
import io.text2vec.runtime.source.GraphMaker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/**
 * A graph that is made here, under the name by which the runtime finds it. It is made in a directory of its own and put in
 * its place when it is whole, its weights first.
 *
 * @param model the model's directory
 * @param name the graph, relative to it
 * @param making where it is made
 */
record MadeGraph(Path model, String variant, String name, Path making) {
    private static final String FOLDER = "onnx/";

    static MadeGraph of(Path model, String variant, Path partial) {
        String file = Arrays.stream(CpuKind.values())
                .filter(kind -> kind.word().equals(variant))
                .flatMap(kind -> kind.files().stream())
                .findFirst()
                .orElse("model.onnx");
        String unique = "made-" + Long.toHexString(ThreadLocalRandom.current().nextLong());
        return new MadeGraph(model, variant, FOLDER + file, partial.resolve(unique));
    }

    /** @return the files made, relative to the model's directory */
    List<String> by(GraphMaker maker, PullListener listener) throws IOException {
        Files.createDirectories(making);
        try {
            Path graph = making.resolve(name.substring(FOLDER.length()));
            maker.make(model, variant, graph, done -> listener.making(variant, done));
            List<String> made = new ArrayList<>();
            for (Path file : madeFiles(graph)) {
                String place = FOLDER + file.getFileName();
                Placed.move(file, model.resolve(place));
                made.add(place);
            }
            return made;
        } finally {
            remove();
        }
    }

    private List<Path> madeFiles(Path graph) throws IOException {
        try (Stream<Path> files = Files.list(making)) {
            return files.sorted(Comparator.comparing(graph::equals)).toList();
        }
    }

    private void remove() throws IOException {
        try (Stream<Path> left = Files.walk(making)) {
            for (Path file : left.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
