package io.text2vec.runtime;

import ai.onnxruntime.OrtEnvironment;
import io.text2vec.runtime.SharedLoads.Lease;
import io.text2vec.runtime.infer.ConvertedGraphs;
import io.text2vec.runtime.source.EmbeddedModel;
import io.text2vec.runtime.source.ModelLocation;
import io.text2vec.runtime.store.CacheDirectory;
import io.text2vec.runtime.store.NativeLibraries;
import io.text2vec.runtime.store.OptimisedGraphs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedMap;

/** The loaded models of a process, each once however many use it, over the files that a node's processes share. */
public final class ModelCache {
    /** Where the cache directory has models. */
    static final String MODELS = "models/";

    private static final ModelCache OF_PROCESS = new ModelCache(CacheDirectory.ofEnvironment());

    private final SharedLoads<Object, LoadedModel> models = new SharedLoads<>();
    private final CacheDirectory directory;
    private final NativeLibraries natives;

    ModelCache(CacheDirectory directory) {
        this.directory = directory;
        this.natives = new NativeLibraries(directory);
    }

    /** The one of this process, with the cache directory that the environment names. */
    public static ModelCache ofProcess() {
        return OF_PROCESS;
    }

    /**
     * The files that the settings name, fetched if the settings give a name and they are not there. Blocks until they are.
     *
     * @throws io.text2vec.runtime.source.ModelException if they can't be had, saying what to do
     */
    ModelLocation locate(RuntimeSettings settings) {
        if (settings.modelName().isPresent()) {
            return ModelLocation.named(settings.modelName().get(), settings.variant());
        }
        return settings.model()
                .map(ModelLocation::in)
                .orElseGet(() -> new ModelLocation(new EmbeddedModel(this::onDisk), Optional.empty()));
    }

    /**
     * A part in the model at a place, loaded if nobody has it yet. Blocks until it is there.
     *
     * @param phases to which those of loading are added
     * @throws io.text2vec.runtime.source.ModelException if it can't be used, saying what to do
     */
    Lease<LoadedModel> lease(ModelLocation location, RuntimeSettings settings, Phases phases) {
        return models.lease(settings.modelKey(), () -> LoadedModel.load(location, settings, this, phases));
    }

    /** Models that are loading or in use. */
    int size() {
        return models.size();
    }

    NativeLibraries natives() {
        return natives;
    }

    /** Not before ONNX Runtime's library is loaded. */
    OptimisedGraphs graphs() {
        return new OptimisedGraphs(directory, OrtEnvironment.getEnvironment());
    }

    ConvertedGraphs converted() {
        return new ConvertedGraphs(directory);
    }

    private Path onDisk(String name, SortedMap<String, String> resources) {
        try {
            return directory.resources(ModelCache.class.getClassLoader(), MODELS.concat(name), resources);
        } catch (IOException e) {
            throw new UncheckedIOException("The embedded model can't be unpacked: " + e.getMessage(), e);
        }
    }
}
