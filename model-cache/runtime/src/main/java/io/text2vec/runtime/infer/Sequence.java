package io.text2vec.runtime.infer;

import io.text2vec.runtime.pool.Pooling;

/**
 * One row of a batch: what the model sees of a text, or of one window or sentence of it.
 *
 * @param ids token ids, special tokens included, no padding; owned by the sequence, never written to
 * @param skip leading tokens that pooling leaves out: a prompt that the model declares as not included
 * @param pooling how the token vectors become one; ignored by a graph that pools by itself
 */
public record Sequence(long[] ids, int skip, Pooling pooling) {

    /** Tokens of this sequence. */
    public int length() {
        return ids.length;
    }
}
