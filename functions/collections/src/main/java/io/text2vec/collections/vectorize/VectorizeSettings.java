package io.text2vec.collections.vectorize;

/**
 * How objects get their vectors, beyond what each collection says.
 *
 * @param lowercase {@code LOWERCASE_VECTORIZATION_INPUT}: the texts of objects lose their case
 * @param alwaysAnew {@code REVECTORIZE_CHECK_DISABLED}: a vector is made again though its text is the same
 */
public record VectorizeSettings(boolean lowercase, boolean alwaysAnew) {
    public static final VectorizeSettings DEFAULTS = new VectorizeSettings(false, false);
}
