package io.text2vec.cli;

import io.text2vec.hub.Description;
import io.text2vec.hub.HubModels;
import io.text2vec.hub.HubSettings;
import io.text2vec.hub.NamedModel;
import io.text2vec.hub.PullListener;
import io.text2vec.hub.ReferencePath;
import io.text2vec.hub.Snapshot;
import io.text2vec.hub.Variant;
import io.text2vec.runtime.infer.CpuKind;
import io.text2vec.runtime.infer.GraphFile;
import io.text2vec.runtime.source.GraphMaker;
import io.text2vec.runtime.source.ModelDirectory;
import io.text2vec.runtime.source.ModelException;
import io.text2vec.runtime.source.ModelLocation;
import io.text2vec.runtime.source.ReferenceImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Looks into a directory or at the hub. */
final class Inspections {
    private static final int DEPTH = 2;

    private Inspections() {}

    static Inspection ofDirectory(Path path, Variant variant) throws IOException {
        ModelLocation location = ModelLocation.in(path);
        Path directory = location.files() instanceof ModelDirectory found ? found.directory() : path;
        return Inspection.of(
                location,
                chosen(location, directory, variant),
                Optional.empty(),
                directory.toString(),
                true,
                sizes(directory));
    }

    static Inspection ofHub(NamedModel model, HubSettings settings, PullListener listener) {
        Description described =
                new HubModels(settings, listener).describe(model.id(), model.revision(), model.variant());
        Snapshot snapshot = described.snapshot();
        Optional<ReferenceImage> image = model.image()
                .map(published -> new ReferenceImage(
                        published.path() == ReferencePath.ONNX,
                        published.path() == ReferencePath.SENTENCE_TRANSFORMERS
                                ? Optional.of(published.model())
                                : Optional.empty()));
        return Inspection.of(
                new ModelLocation(new ModelDirectory(snapshot.directory(), snapshot.id()), image),
                new Inspection.Chosen(snapshot.graph(), snapshot.variant(), snapshot.reason()),
                Optional.of(snapshot.commit()),
                snapshot.directory().toString(),
                described.here(),
                described.sizes());
    }

    private static Inspection.Chosen chosen(ModelLocation location, Path directory, Variant variant) {
        CpuKind here = CpuKind.here();
        try {
            GraphFile graph = location.image()
                    .filter(ReferenceImage::onnxRuntime)
                    .map(_ -> GraphFile.ofReferenceOnnx(location.files()))
                    .orElseGet(() -> GraphFile.of(location.files(), variant.word(), here));
            return new Inspection.Chosen(
                    Optional.of(directory.relativize(graph.path()).toString()),
                    graph.variant(),
                    "the best for this processor (" + here.word() + ") that the directory has");
        } catch (ModelException none) {
            boolean made = location.image().filter(ReferenceImage::onnxRuntime).isEmpty()
                    && GraphMaker.find()
                            .map(maker -> !maker.sources(directory).isEmpty())
                            .orElse(false);
            return made
                    ? new Inspection.Chosen(
                            Optional.empty(),
                            variant == Variant.AUTO ? Variant.FP32.word() : variant.word(),
                            "the directory has none; it is made of its weights when the model is first loaded")
                    : new Inspection.Chosen(Optional.empty(), "none", none.getMessage());
        }
    }

    private static Map<String, Long> sizes(Path directory) throws IOException {
        Map<String, Long> sizes = new TreeMap<>();
        try (Stream<Path> files = Files.walk(directory, DEPTH)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                sizes.put(directory.relativize(file).toString(), Files.size(file));
            }
        }
        return sizes;
    }
}
