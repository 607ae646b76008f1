package io.text2vec.runtime.pool;

/** Makes one vector of a sequence's token vectors. Stateless. */
@FunctionalInterface
public interface Pooling {

    /**
     * Pools token vectors.
     *
     * @param states last hidden states, row-major {@code [tokens][width]} from {@code offset} on; only read. What the
     *     array holds behind them is padding or another sequence
     * @param offset index of the first token's first value
     * @param skip leading tokens to leave out, less than {@code tokens}
     * @param tokens tokens of the sequence
     * @param width floats of a token vector
     * @return a new array, not normalised
     */
    float[] pool(float[] states, int offset, int skip, int tokens, int width);
}
