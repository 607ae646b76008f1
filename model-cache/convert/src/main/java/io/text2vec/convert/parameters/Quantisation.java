package io.text2vec.convert.parameters;

import io.text2vec.runtime.weights.Tensor;
import java.util.Arrays;

/**
 * How weights become 8 bits. The activations are quantised when the graph runs, by the range of their values (dynamic
 * quantisation); attention's own two products stay in floats.
 *
 * @param signed whether the weights of linear layers are signed, which processors multiply faster
 * @param byColumn whether each column has a scale of its own, else the matrix has one
 * @param largest what the largest weight becomes: 127, or 64 for processors that add two products in 16 bits and would
 *     overflow (AVX2)
 * @param centredTables whether embedding tables have their zero in the middle, else their whole range is used
 */
public record Quantisation(boolean signed, boolean byColumn, int largest, boolean centredTables) {
    private static final int MIDDLE = 127;
    private static final int UNSIGNED_MAX = 255;
    private static final int CHUNK = 1 << 16;

    /** The weights of a linear layer. */
    Matrix.EightBits of(Matrix.Floats matrix) {
        float[] values = matrix.values();
        int columns = matrix.out();
        float[] scales = scales(values, columns);
        byte zero = (byte) (signed ? 0 : MIDDLE);
        byte[] zeros = new byte[scales.length];
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            float scale = scales[byColumn ? i % columns : 0];
            bytes[i] = (byte) (Math.clamp((long) Math.rint(values[i] / scale), -largest, largest) + zero);
        }
        Arrays.fill(zeros, zero);
        return new Matrix.EightBits(bytes, signed, matrix.in(), columns, scales, zeros);
    }

    private float[] scales(float[] values, int columns) {
        float[] furthest = new float[byColumn ? columns : 1];
        for (int i = 0; i < values.length; i++) {
            int column = byColumn ? i % columns : 0;
            furthest[column] = Math.max(furthest[column], Math.abs(values[i]));
        }
        for (int i = 0; i < furthest.length; i++) {
            furthest[i] = furthest[i] == 0 ? 1 : furthest[i] / largest;
        }
        return furthest;
    }

    /** An embedding table; always unsigned, with one scale. */
    Table.EightBits of(Table.Floats table) {
        Tensor tensor = table.tensor();
        Range range = Range.of(tensor);
        float scale = centredTables
                ? 2 * Math.max(-range.least(), range.most()) / (2 * MIDDLE)
                : (range.most() - range.least()) / UNSIGNED_MAX;
        scale = scale == 0 ? 1 : scale;
        int zero = centredTables ? MIDDLE : (int) Math.rint(-range.least() / scale);
        byte[] bytes = new byte[Math.toIntExact(tensor.count())];
        float[] chunk = new float[CHUNK];
        for (int at = 0; at < bytes.length; at += CHUNK) {
            int count = Math.min(CHUNK, bytes.length - at);
            tensor.read(at, chunk, count);
            for (int i = 0; i < count; i++) {
                bytes[at + i] = (byte) Math.clamp((long) Math.rint(chunk[i] / scale) + zero, 0, UNSIGNED_MAX);
            }
        }
        return new Table.EightBits(bytes, table.rows(), table.width(), scale, (byte) zero);
    }

    /** The least and the greatest number of a tensor and zero. */
    private record Range(float least, float most) {

        static Range of(Tensor tensor) {
            float least = 0;
            float most = 0;
            float[] chunk = new float[CHUNK];
            for (long at = 0; at < tensor.count(); at += CHUNK) {
                int count = (int) Math.min(CHUNK, tensor.count() - at);
                tensor.read(at, chunk, count);
                for (int i = 0; i < count; i++) {
                    least = Math.min(least, chunk[i]);
                    most = Math.max(most, chunk[i]);
                }
            }
            return new Range(least, most);
        }
    }
}
