package io.text2vec.convert;

import io.text2vec.convert.weights.Checkpoint;
import io.text2vec.runtime.infer.CpuKind;
import io.text2vec.runtime.source.GraphMaker;
import io.text2vec.runtime.source.ModelException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleConsumer;

/** What the start of a function, a pull and the command line find when a model lacks a graph. */
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
    public Path make(Path model, String variant, Path into, DoubleConsumer progress) {
        CpuKind here = CpuKind.here();
        Path graph = into.resolve("onnx").resolve(Variant.of(variant, here).file());
        if (Files.exists(graph)) {
            throw new ModelException(
                    graph + " is there already, and may be somebody's own; remove it, or choose another directory");
        }
        return new Converter(here)
                .convert(
                        new ConversionRequest(model, variant, into),
                        (layers, of) -> progress.accept((double) layers / of))
                .graph();
    }
}
