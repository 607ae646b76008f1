package io.text2vec.convert.parameters;

import io.text2vec.convert.weights.Checkpoint;
import io.text2vec.runtime.source.ModelException;
import io.text2vec.runtime.weights.Tensor;

/** The parameters of a checkpoint. Its linear layers multiply from the other side, so their weights are transposed. */
public record CheckpointParameters(Checkpoint checkpoint) implements Parameters {
    private static final String WEIGHT = ".weight";

    /** A square that fits the first-level cache, from rows to columns. */
    private static final int BLOCK = 32;

    @Override
    public boolean eightBits() {
        return false;
    }

    @Override
    public boolean has(String name) {
        return checkpoint.has(name);
    }

    @Override
    public float[] vector(String name) {
        return checkpoint.tensor(name).floats();
    }

    @Override
    public Matrix matrix(String module) {
        return matrix(twoDimensions(module));
    }

    /** The matrix of a weight that a checkpoint has as {@code [out][in]}. */
    public static Matrix.Floats matrix(Tensor tensor) {
        int out = Math.toIntExact(tensor.shape().getFirst());
        int in = Math.toIntExact(tensor.shape().getLast());
        return new Matrix.Floats(transposed(tensor.floats(), out, in), in, out);
    }

    @Override
    public Table table(String module) {
        return new Table.Floats(twoDimensions(module));
    }

    private Tensor twoDimensions(String module) {
        Tensor tensor = checkpoint.tensor(module + WEIGHT);
        if (tensor.shape().size() != 2) {
            throw new ModelException("The checkpoint holds " + tensor.name() + " in the shape " + tensor.shape()
                    + "; expected two dimensions");
        }
        return tensor;
    }

    private static float[] transposed(float[] values, int rows, int columns) {
        float[] transposed = new float[values.length];
        for (int row = 0; row < rows; row += BLOCK) {
            for (int column = 0; column < columns; column += BLOCK) {
                for (int r = row; r < Math.min(rows, row + BLOCK); r++) {
                    for (int c = column; c < Math.min(columns, column + BLOCK); c++) {
                        transposed[c * rows + r] = values[r * columns + c];
                    }
                }
            }
        }
        return transposed;
    }

    @Override
    public long bytes() {
        return checkpoint.bytes();
    }

    @Override
    public void close() {
        checkpoint.close();
    }
}
