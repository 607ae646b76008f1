package io.text2vec.runtime.pool;

import java.nio.FloatBuffer;

/** Makes one vector of a sequence's token vectors. Stateless. */
@FunctionalInterface
public interface Pooling {

    /**
     * Pools token vectors.
     *
     * @param states last hidden states, row-major {@code [tokens][width]}, from index 0; only read, by absolute index
     * @param skip leading tokens to leave out, less than {@code tokens}
     * @param tokens tokens of the sequence; what the buffer holds behind them is padding
     * @param width floats of a token vector
     * @return a new array, not normalised
     */
    float[] pool(FloatBuffer states, int skip, int tokens, int width);
}
