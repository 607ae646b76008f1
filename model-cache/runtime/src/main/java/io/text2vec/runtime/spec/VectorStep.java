package io.text2vec.runtime.spec;

import io.text2vec.runtime.pool.Vectors;

/** One of the modules that follow pooling. */
@FunctionalInterface
public interface VectorStep {
    VectorStep NORMALIZE = Vectors::normalize;

    /** @param vector may be written to and returned */
    float[] apply(float[] vector);
}
