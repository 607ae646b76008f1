package io.text2vec.convert.bench;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import ai.onnxruntime.OrtSession.SessionOptions.OptLevel;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** A graph through ONNX Runtime on one thread, with the runtime's options. */
final class PlainModel implements AutoCloseable {
    private static final OrtEnvironment ENVIRONMENT = OrtEnvironment.getEnvironment();

    private final Path file;
    private final OrtSession session;
    private final boolean firstToken;

    /** The mean of the tokens is the text's vector. */
    PlainModel(Path file) {
        this(file, false);
    }

    /** @param firstToken whether the first token's vector is the text's, else their mean */
    PlainModel(Path file, boolean firstToken) {
        this.file = file;
        this.firstToken = firstToken;
        try (SessionOptions options = new SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            options.setOptimizationLevel(OptLevel.EXTENDED_OPT);
            session = ENVIRONMENT.createSession(file.toString(), options);
        } catch (OrtException e) {
            throw new IllegalStateException(e);
        }
    }

    float[] embed(long[] ids) {
        Map<String, OnnxTensor> inputs = new HashMap<>();
        try {
            for (String name : session.getInputNames()) {
                long[] values = ids;
                if (!name.equals("input_ids")) {
                    values = new long[ids.length];
                    Arrays.fill(values, name.equals("attention_mask") ? 1 : 0);
                }
                inputs.put(name, OnnxTensor.createTensor(ENVIRONMENT, LongBuffer.wrap(values), new long[] {1, ids.length
                }));
            }
            try (OrtSession.Result result = session.run(inputs)) {
                OnnxTensor states = (OnnxTensor) result.get(0);
                float[] values = states.getFloatBuffer().array();
                return firstToken ? Arrays.copyOf(values, values.length / ids.length) : sum(values, ids.length);
            }
        } catch (OrtException e) {
            throw new IllegalStateException(e);
        } finally {
            inputs.values().forEach(OnnxTensor::close);
        }
    }

    private static float[] sum(float[] states, int tokens) {
        float[] sum = new float[states.length / tokens];
        for (int i = 0; i < states.length; i++) {
            sum[i % sum.length] += states[i];
        }
        return sum;
    }

    static double cosine(float[] a, float[] b) {
        double dot = 0;
        double aa = 0;
        double bb = 0;
        for (int i = 0; i < a.length; i++) {
            dot += (double) a[i] * b[i];
            aa += (double) a[i] * a[i];
            bb += (double) b[i] * b[i];
        }
        return dot / Math.sqrt(aa * bb);
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
