package io.text2vec.runtime.infer;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The input tensors of a run, {@code [sequences][longest]} each, padded on the right; freed on close. */
final class Inputs implements AutoCloseable {
    private final Map<String, OnnxTensor> byName = HashMap.newHashMap(4);

    private Inputs() {}

    static Inputs of(
            OrtEnvironment environment, GraphSpec spec, GraphOptions options, List<Sequence> batch, int longest)
            throws OrtException {
        Rows rows = new Rows(environment, spec.wide(), batch, longest);
        Inputs inputs = new Inputs();
        try {
            inputs.byName.put(GraphSpec.IDS, rows.tensor(options.padId(), (sequence, token) -> sequence.ids()[token]));
            if (spec.mask()) {
                inputs.byName.put(GraphSpec.MASK, rows.tensor(0, (_, _) -> 1));
            }
            if (spec.types()) {
                inputs.byName.put(GraphSpec.TYPES, rows.tensor(0, (_, _) -> 0));
            }
            if (spec.positions()) {
                long first = options.firstPosition();
                inputs.byName.put(GraphSpec.POSITIONS, rows.tensor(first, (_, token) -> first + token));
            }
            return inputs;
        } catch (OrtException | RuntimeException e) {
            inputs.close();
            throw e;
        }
    }

    Map<String, OnnxTensor> byName() {
        return byName;
    }

    @Override
    public void close() {
        byName.values().forEach(OnnxTensor::close);
    }

    /** A token's value in one of the tensors. */
    private interface Value {
        long of(Sequence sequence, int token);
    }

    private record Rows(OrtEnvironment environment, boolean wide, List<Sequence> batch, int longest) {

        OnnxTensor tensor(long padding, Value value) throws OrtException {
            long[] values = new long[batch.size() * longest];
            for (int row = 0, at = 0; row < batch.size(); row++) {
                Sequence sequence = batch.get(row);
                for (int token = 0; token < longest; token++, at++) {
                    values[at] = token < sequence.length() ? value.of(sequence, token) : padding;
                }
            }
            long[] shape = {batch.size(), longest};
            return wide
                    ? OnnxTensor.createTensor(environment, LongBuffer.wrap(values), shape)
                    : OnnxTensor.createTensor(environment, IntBuffer.wrap(narrowed(values)), shape);
        }

        private static int[] narrowed(long[] values) {
            int[] ints = new int[values.length];
            for (int i = 0; i < ints.length; i++) {
                ints[i] = Math.toIntExact(values[i]);
            }
            return ints;
        }
    }
}
