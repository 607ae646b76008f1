package io.text2vec.runtime.infer;

import io.text2vec.runtime.source.GraphMaker;
import io.text2vec.runtime.source.ModelDirectory;
import io.text2vec.runtime.source.ModelException;
import io.text2vec.runtime.source.ModelFiles;
import io.text2vec.runtime.store.CacheDirectory;
import io.text2vec.runtime.store.GraphIdentity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import org.jboss.logging.Logger;

/** Graphs made of models that have none for a setting, or are not to run it, kept in the cache directory. */
public final class ConvertedGraphs {
    private final CacheDirectory cache;

    public ConvertedGraphs(CacheDirectory cache) {
        this.cache = cache;
    }

    /**
     * The graph for a setting, made if it isn't there from an earlier start.
     *
     * @return empty if the model holds nothing to make it of, or no maker is on the class path
     * @throws ModelException if it can't be made
     */
    public Optional<GraphFile> of(ModelFiles files, String variant, CpuKind here) {
        if (!(files instanceof ModelDirectory model)) {
            return Optional.empty();
        }
        return GraphMaker.find().flatMap(maker -> of(model, variant, here, maker));
    }

    private Optional<GraphFile> of(ModelDirectory model, String variant, CpuKind here, GraphMaker maker) {
        List<Path> sources = maker.sources(model.directory());
        if (sources.isEmpty()) {
            return Optional.empty();
        }
        try {
            Path directory = cache.directory(name(sources, variant, here, maker), into -> {
                Logger.getLogger(ConvertedGraphs.class)
                        .infof(
                                "Making a graph of %s (TEXT2VEC_VARIANT %s), which later starts find in %s",
                                model, variant, cache.root());
                maker.make(model.directory(), variant, into, _ -> {});
            });
            return Optional.of(GraphFile.of(new ModelDirectory(directory, model.name()), variant, here));
        } catch (IOException e) {
            throw new ModelException(
                    "A graph for " + model + " can't be kept: " + e.getMessage()
                            + "; TEXT2VEC_CACHE names another directory",
                    e);
        }
    }

    /** Names all that a graph depends on. */
    private static String name(List<Path> sources, String variant, CpuKind here, GraphMaker maker) throws IOException {
        CRC32 identity = new CRC32();
        long bytes = 0;
        for (Path source : sources) {
            identity.update(GraphIdentity.of(source).getBytes(StandardCharsets.US_ASCII));
            bytes += Files.size(source);
        }
        return String.join(
                "-",
                "converted/" + bytes,
                Long.toHexString(identity.getValue()),
                maker.version(),
                variant.equals(GraphFile.INT8) ? variant + "-" + here.word() : variant);
    }
}
