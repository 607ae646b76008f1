package io.text2vec.runtime.infer;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.text2vec.embedder.EmbedException;
import io.text2vec.runtime.onnx.Operators;
import io.text2vec.runtime.store.OptimisedGraphs;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** An ONNX graph, from token ids to pooled vectors. Closing it frees the native session. */
public final class Graph implements BatchRunner, AutoCloseable {

    /**
     * Operators that take a scale from all values of a batch, so that a text's vector depends on who shares its run:
     * on int8 all-MiniLM-L6-v2 the cosine between alone and in a batch of eight is 0.985 for 12 tokens.
     */
    private static final Set<String> SCALED_BY_BATCH =
            Set.of("DynamicQuantizeLinear", "DynamicQuantizeMatMul", "QAttention", "DynamicQuantizeLSTM");

    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final OrtSession session;
    private final GraphSpec spec;
    private final GraphOptions options;
    private final int maxBatch;

    private Graph(OrtSession session, GraphSpec spec, GraphOptions options, int maxBatch) {
        this.session = session;
        this.spec = spec;
        this.options = options;
        this.maxBatch = maxBatch;
    }

    /**
     * Loads a graph.
     *
     * @param file the ONNX file; its weights may lie in files beside it
     * @param graphs opens it, from an optimised copy if there is one
     * @throws IOException if ONNX Runtime can't load it
     * @throws IllegalArgumentException if its inputs or outputs are none that a text encoder has
     */
    public static Graph load(Path file, OptimisedGraphs graphs, GraphOptions options) throws IOException {
        boolean scaledByBatch = Operators.of(file).stream().anyMatch(SCALED_BY_BATCH::contains);
        int maxBatch = scaledByBatch && !options.mixedBatches() ? 1 : options.maxBatch();
        OrtSession session = null;
        try {
            session = options.cuda().isPresent()
                    ? options.cuda().get().open(file, sessionOptions(options.threads()))
                    : graphs.open(file, () -> sessionOptions(options.threads()));
            GraphSpec spec = GraphSpec.of(session, options.poolerOutput(), options.hiddenSize());
            return new Graph(session, spec, options, maxBatch);
        } catch (OrtException e) {
            close(session);
            throw new IOException("ONNX Runtime can't load " + file + ": " + e.getMessage(), e);
        } catch (RuntimeException e) {
            close(session);
            throw e;
        }
    }

    private static OrtSession.SessionOptions sessionOptions(int threads) throws OrtException {
        OrtSession.SessionOptions options = new OrtSession.SessionOptions();
        options.setIntraOpNumThreads(threads);
        options.setInterOpNumThreads(1);
        // Several runs share the cores: a thread that spins for its next piece takes time from the others.
        options.addConfigEntry("session.intra_op.allow_spinning", "0");
        return options;
    }

    @Override
    public int maxBatch() {
        return maxBatch;
    }

    /** Floats of a token vector, or of the vector of a model that pools by itself. */
    public int width() {
        return spec.width();
    }

    @Override
    public float[][] run(List<Sequence> batch) {
        int longest = batch.stream().mapToInt(Sequence::length).max().orElseThrow();
        try (Inputs inputs = Inputs.of(environment, spec, options, batch, longest);
                OrtSession.Result result = session.run(inputs.byName(), Set.of(spec.output()))) {
            return pooled(batch, longest, values((OnnxTensor) result.get(0)));
        } catch (OrtException e) {
            throw new EmbedException.RuntimeFailed("ONNX Runtime failed: " + e.getMessage(), e);
        }
    }

    private float[][] pooled(List<Sequence> batch, int longest, float[] states) {
        float[][] vectors = new float[batch.size()][];
        int width = spec.width();
        for (int row = 0; row < vectors.length; row++) {
            Sequence sequence = batch.get(row);
            vectors[row] = spec.pooled()
                    ? Arrays.copyOfRange(states, row * width, (row + 1) * width)
                    : sequence.pooling().pool(states, row * longest * width, sequence.skip(), sequence.length(), width);
        }
        return vectors;
    }

    /** The tensor's values: ONNX Runtime copies them to the heap as a buffer over an array of just that length. */
    private static float[] values(OnnxTensor tensor) {
        return tensor.getFloatBuffer().array();
    }

    @Override
    public void close() {
        close(session);
    }

    private static void close(OrtSession session) {
        if (session == null) {
            return;
        }
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime can't free its session: " + e.getMessage(), e);
        }
    }
}
