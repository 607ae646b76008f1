package io.text2vec.convert;

import ai.onnx.proto.OnnxMl.ModelProto;
import io.text2vec.convert.family.Family;
import io.text2vec.convert.graph.GraphWriter;
import io.text2vec.convert.graph.WeightFile;
import io.text2vec.convert.parameters.CheckpointParameters;
import io.text2vec.convert.parameters.Parameters;
import io.text2vec.convert.parameters.QuantisedParameters;
import io.text2vec.convert.parameters.SignedParameters;
import io.text2vec.convert.published.PublishedParameters;
import io.text2vec.convert.weights.Checkpoint;
import io.text2vec.runtime.infer.CpuKind;
import io.text2vec.runtime.infer.GraphFile;
import io.text2vec.runtime.source.ModelDirectory;
import io.text2vec.runtime.source.ModelException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Makes a graph of a model's weights. Has no state; conversions may run at once, also to the same directory.
 *
 * <p>Weights are read and written piece by piece, so the memory it needs is that of the largest embedding table in 8 bits, or
 * of the largest matrix, whatever the model's size.
 */
public final class Converter {
    private static final String PRODUCER = "text2vec-functions";
    private static final String TEMPORARY = ".tmp";

    /** Where a directory without weights may have a graph to take them from. */
    private static final List<String> GRAPHS = List.of("onnx/" + GraphFile.PLAIN, GraphFile.PLAIN);

    private static final Set<String> KEEPING = Set.of(GraphFile.AUTO, Variant.INT8);

    private final CpuKind here;

    /** Converts for the processor at hand. */
    public Converter() {
        this(CpuKind.here());
    }

    /** @param here the processor that {@code int8} is made for */
    public Converter(CpuKind here) {
        this.here = here;
    }

    /**
     * Converts a model. Both files appear under their names when they are whole, the graph last.
     *
     * @throws ModelException if the model can't be converted or the files can't be written, saying what to do
     */
    public ConversionResult convert(ConversionRequest request, ConversionListener listener) {
        Variant asked = Variant.of(request.variant(), here);
        Family family = Family.of(new ModelDirectory(request.model(), "")
                .text("config.json")
                .orElseThrow(() -> new ModelException(request.model() + " holds no config.json")));
        try (Parameters source = source(request, family)) {
            Variant variant = source.eightBits() ? kept(request) : asked;
            Parameters parameters = variant.quantisation()
                    .<Parameters>map(quantisation -> new QuantisedParameters(source, quantisation))
                    .orElseGet(() -> new SignedParameters(source, Variant.overflows(here)));
            return write(family, parameters, variant, request.output().resolve("onnx"), listener);
        } catch (IOException | UncheckedIOException e) {
            throw new ModelException(
                    "The converted model can't be written to " + request.output() + ": " + e.getMessage()
                            + "; it takes as much space there as the weights, or a quarter in 8 bits",
                    e);
        }
    }

    private Variant kept(ConversionRequest request) {
        if (!KEEPING.contains(request.variant())) {
            throw new ModelException("The graph has its weights in 8 bits already, from which no " + request.variant()
                    + " can be made; ask for " + Variant.INT8 + " to keep them, or convert the checkpoint");
        }
        return Variant.kept(here);
    }

    private static Parameters source(ConversionRequest request, Family family) {
        Optional<Path> published = request.graph();
        if (published.isEmpty() && Checkpoint.in(request.model()).isEmpty()) {
            published = graphIn(request.model());
        }
        return published
                .<Parameters>map(graph -> PublishedParameters.open(graph, family.anchor()))
                .orElseGet(() -> new CheckpointParameters(Checkpoint.open(request.model(), family.anchor())));
    }

    /** The graph of a directory that holds no weights but in it. */
    static Optional<Path> graphIn(Path model) {
        return GRAPHS.stream().map(model::resolve).filter(Files::isRegularFile).findFirst();
    }

    private static ConversionResult write(
            Family family, Parameters parameters, Variant variant, Path directory, ConversionListener listener)
            throws IOException {
        Files.createDirectories(directory);
        Path graph = directory.resolve(variant.file());
        Path weights = directory.resolve(variant.file() + "_data");
        String unique = "." + Long.toHexString(ThreadLocalRandom.current().nextLong()) + TEMPORARY;
        Path newGraph = directory.resolve(graph.getFileName() + unique);
        Path newWeights = directory.resolve(weights.getFileName() + unique);
        try {
            long bytes;
            ModelProto model;
            try (WeightFile file = new WeightFile(newWeights)) {
                GraphWriter writer = new GraphWriter(file, weights.getFileName().toString());
                family.write(writer, parameters, done -> listener.written(done, family.layers()));
                model = writer.model(PRODUCER);
                bytes = file.bytes();
            }
            try (OutputStream out = Files.newOutputStream(newGraph)) {
                model.writeTo(out);
            }
            Files.move(newWeights, weights, StandardCopyOption.ATOMIC_MOVE);
            Files.move(newGraph, graph, StandardCopyOption.ATOMIC_MOVE);
            return new ConversionResult(
                    graph, weights, family.name(), variant, parameters.bytes(), bytes + Files.size(graph));
        } finally {
            Files.deleteIfExists(newWeights);
            Files.deleteIfExists(newGraph);
        }
    }
}
