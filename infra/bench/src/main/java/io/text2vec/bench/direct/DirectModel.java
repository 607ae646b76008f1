package io.text2vec.bench.direct;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** The embedded model's graph through ONNX Runtime, with mean pooling and normalisation. Safe for use by many threads. */
public final class DirectModel implements AutoCloseable {
    private final OrtEnvironment environment;
    private final OrtSession session;

    private DirectModel(OrtEnvironment environment, OrtSession session) {
        this.environment = environment;
        this.session = session;
    }

    /**
     * Loads the graph, which is unpacked beside the native libraries while these load.
     *
     * @param directory for both, filled if it is empty
     * @param threads threads of a run
     */
    static DirectModel load(Path directory, int threads) {
        CompletableFuture<Path> graph =
                CompletableFuture.supplyAsync(() -> EmbeddedModel.graph(directory), Floor::inBackground);
        Natives.onnxRuntime(directory);
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OrtSession.SessionOptions options = options(threads)) {
            return new DirectModel(
                    environment, environment.createSession(graph.join().toString(), options));
        } catch (OrtException e) {
            throw new IllegalStateException(e);
        }
    }

    private static OrtSession.SessionOptions options(int threads) throws OrtException {
        OrtSession.SessionOptions options = new OrtSession.SessionOptions();
        options.setIntraOpNumThreads(threads);
        options.setInterOpNumThreads(1);
        options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.EXTENDED_OPT);
        return options;
    }

    /**
     * Embeds sequences in one run, the shorter ones padded to the longest.
     *
     * @param sequences token ids
     * @return a vector of length 1 for each
     */
    public float[][] embed(long[][] sequences) {
        int rows = sequences.length;
        int width = 0;
        for (long[] sequence : sequences) {
            width = Math.max(width, sequence.length);
        }
        LongBuffer ids = longs(rows * width);
        LongBuffer mask = longs(rows * width);
        for (int row = 0; row < rows; row++) {
            ids.put(row * width, sequences[row]);
            for (int i = 0; i < sequences[row].length; i++) {
                mask.put(row * width + i, 1);
            }
        }
        long[] shape = {rows, width};
        try (OnnxTensor idTensor = OnnxTensor.createTensor(environment, ids, shape);
                OnnxTensor maskTensor = OnnxTensor.createTensor(environment, mask, shape);
                OnnxTensor typeTensor = OnnxTensor.createTensor(environment, longs(rows * width), shape);
                OrtSession.Result result = session.run(
                        Map.of("input_ids", idTensor, "attention_mask", maskTensor, "token_type_ids", typeTensor))) {
            OnnxTensor states = (OnnxTensor) result.get(0);
            int dimensions = (int) states.getInfo().getShape()[2];
            FloatBuffer values = states.getFloatBuffer();
            float[][] vectors = new float[rows][];
            for (int row = 0; row < rows; row++) {
                vectors[row] = mean(values, row * width * dimensions, sequences[row].length, dimensions);
            }
            return vectors;
        } catch (OrtException e) {
            throw new IllegalStateException(e);
        }
    }

    private static float[] mean(FloatBuffer values, int from, int tokens, int dimensions) {
        float[] sum = new float[dimensions];
        float[] token = new float[dimensions];
        for (int t = 0; t < tokens; t++) {
            values.get(from + t * dimensions, token);
            for (int d = 0; d < dimensions; d++) {
                sum[d] += token[d];
            }
        }
        double square = 0;
        for (float value : sum) {
            square += (double) value * value;
        }
        // The division by the count of tokens falls out of the normalisation.
        float factor = (float) (1 / Math.sqrt(square));
        for (int d = 0; d < dimensions; d++) {
            sum[d] *= factor;
        }
        return sum;
    }

    private static LongBuffer longs(int count) {
        return ByteBuffer.allocateDirect(count * Long.BYTES)
                .order(ByteOrder.nativeOrder())
                .asLongBuffer();
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException(e);
        }
    }
}
