package io.text2vec.runtime.pool;

/**
 * The {@code Dense} module of sentence-transformers: {@code activation(weight · x + bias)}.
 *
 * @param weight {@code [out][in]} row-major; owned by this layer
 * @param bias {@code [out]}, or empty for none
 * @param in length of the vectors it takes
 * @param activation applied to each value
 */
public record Dense(float[] weight, float[] bias, int in, Activation activation) {

    public Dense {
        if (in <= 0 || weight.length % in != 0 || (bias.length != 0 && bias.length != weight.length / in)) {
            throw new IllegalArgumentException("A Dense layer of " + weight.length + " weights and " + bias.length
                    + " biases does not fit vectors of " + in);
        }
    }

    /** Length of the vectors it gives. */
    public int out() {
        return weight.length / in;
    }

    /** @return a new array of {@link #out()} floats */
    public float[] apply(float[] x) {
        float[] y = new float[out()];
        for (int o = 0; o < y.length; o++) {
            float sum = bias.length == 0 ? 0 : bias[o];
            int row = o * in;
            for (int i = 0; i < in; i++) {
                sum += weight[row + i] * x[i];
            }
            y[o] = activation.apply(sum);
        }
        return y;
    }
}
