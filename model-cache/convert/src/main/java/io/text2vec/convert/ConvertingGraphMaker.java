package io.text2vec.convert;

import io.text2vec.convert.weights.Checkpoint;
import io.text2vec.runtime.infer.GraphMaker;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What the runtime finds when a model directory lacks a graph. */
public final class ConvertingGraphMaker implements GraphMaker {
    /** To be counted up with every change of the graphs that {@link Converter} writes. */
    private static final String VERSION = "1";

    @Override
    public String version() {
        return VERSION;
    }

    @Override
    public List<Path> sources(Path model) {
        List<Path> weights = Checkpoint.in(model)
                .map(Checkpoint::files)
                .orElseGet(() -> Converter.graphIn(model).stream().toList());
        Path config = model.resolve("config.json");
        if (weights.isEmpty() || !Files.isRegularFile(config)) {
            return List.of();
        }
        List<Path> sources = new ArrayList<>(List.of(config));
        sources.addAll(weights);
        return sources;
    }

    @Override
    public void make(Path model, String variant, Path into) {
        new Converter().convert(new ConversionRequest(model, variant, into), ConversionListener.SILENT);
    }
}
