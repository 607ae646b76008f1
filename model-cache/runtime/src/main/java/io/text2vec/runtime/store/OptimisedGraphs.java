package io.text2vec.runtime.store;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import ai.onnxruntime.OrtSession.SessionOptions.OptLevel;
import io.text2vec.runtime.onnx.ExternalData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jboss.logging.Logger;

/**
 * Opens sessions of ONNX graphs on the CPU from optimised copies in the cache directory, which the first session of a graph
 * writes. The vectors are the same bits either way.
 *
 * <p>A copy is left out, and the graph optimised in memory at every start, where the directory can't be written, where the
 * graph keeps weights in other files, and where it is larger than {@link #LARGEST}.
 */
/*
 * Why ORT format, memory-mapped: the int8 all-MiniLM-L6-v2 as published opens in 24 ms instead of 75 (an optimised ONNX file: 55), with
 * 18 MB less memory of its own, since weights that are not repacked stay pages of the file and are shared by all processes
 * of the node.
 *
 * Why the level EXTENDED and not ALL: what ALL adds is the block layout of convolutions for the CPU at hand. Text encoders
 * have none, and without it a copy depends on the architecture only, so that an image can carry one for all the nodes it may
 * meet, and a shared directory serves a mixed pool. Sessions without a copy use the same level, for the same vectors.
 */
public final class OptimisedGraphs {
    /** In bytes. Writing a copy takes one and a half times the graph's size in memory for the moment. */
    static final long LARGEST = 512L << 20;

    private final CacheDirectory cache;
    private final OrtEnvironment environment;

    public OptimisedGraphs(CacheDirectory cache, OrtEnvironment environment) {
        this.cache = cache;
        this.environment = environment;
    }

    /**
     * Opens a session.
     *
     * @param graph a file in ONNX format
     * @param options asked once or more, for new options each time, which are closed here; they set neither optimisation
     *     level nor execution provider nor dimensions
     * @return the caller's to close
     * @throws OrtException if the graph can't be loaded
     * @throws IOException if the graph can't be read
     */
    public OrtSession open(Path graph, Options options) throws OrtException, IOException {
        String name = name(graph, options);
        Path copy = cache.path(name);
        if (Files.isReadable(copy)) {
            try {
                return openCopy(copy, options);
            } catch (OrtException damaged) {
                // Cut short by a full disk, or deleted since the line above: ONNX Runtime verifies the structure.
                log().infof("The optimised graph %s is made anew: %s", copy, damaged.getMessage());
            }
        }
        if (Files.size(graph) > LARGEST || ExternalData.isUsedBy(graph)) {
            return openPlain(graph, options);
        }
        try (Placing placing = Placing.of(copy)) {
            return openAndKeep(graph, options, placing);
        } catch (IOException unwritable) {
            cache.tell(unwritable);
            return openPlain(graph, options);
        }
    }

    private OrtSession openCopy(Path copy, Options options) throws OrtException {
        try (SessionOptions mapped = options.make()) {
            mapped.setOptimizationLevel(OptLevel.NO_OPT);
            mapped.addConfigEntry("session.load_model_format", "ORT");
            mapped.addConfigEntry("session.use_memory_mapped_ort_model", "1");
            mapped.addConfigEntry("session.use_ort_model_bytes_for_initializers", "1");
            return environment.createSession(copy.toString(), mapped);
        }
    }

    private OrtSession openAndKeep(Path graph, Options options, Placing placing) throws OrtException, IOException {
        OrtSession session;
        try (SessionOptions keeping = options.make()) {
            keeping.setOptimizationLevel(OptLevel.EXTENDED_OPT);
            keeping.addConfigEntry("session.save_model_format", "ORT");
            keeping.setOptimizedModelFilePath(placing.temporary().toString());
            session = environment.createSession(graph.toString(), keeping);
        } catch (OrtException e) {
            // Whose fault it is, the disk's or the graph's, shows without the copy.
            session = openPlain(graph, options);
            cache.tell(e);
            return session;
        }
        try {
            placing.commit();
        } catch (IOException e) {
            cache.tell(e);
        }
        return session;
    }

    private OrtSession openPlain(Path graph, Options options) throws OrtException {
        try (SessionOptions plain = options.make()) {
            plain.setOptimizationLevel(OptLevel.EXTENDED_OPT);
            return environment.createSession(graph.toString(), plain);
        }
    }

    /** Names all that a copy depends on. */
    private String name(Path graph, Options options) throws OrtException, IOException {
        try (SessionOptions entries = options.make()) {
            return String.join(
                    "-",
                    "graphs/" + GraphIdentity.of(graph),
                    Integer.toHexString(entries.getConfigEntries().hashCode()),
                    environment.getVersion(),
                    System.getProperty("os.arch") + ".ort");
        }
    }

    private static Logger log() {
        return Logger.getLogger(OptimisedGraphs.class);
    }

    /** Makes the options of a session: threads, memory, configuration entries. */
    @FunctionalInterface
    public interface Options {
        SessionOptions make() throws OrtException;
    }
}
