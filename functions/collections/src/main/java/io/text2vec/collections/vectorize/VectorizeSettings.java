package io.text2vec.collections.vectorize;

import java.util.Optional;

/**
 * How objects get their vectors, beyond what each collection says.
 *
 * @param lowercase {@code LOWERCASE_VECTORIZATION_INPUT}: the texts of objects lose their case
 * @param alwaysAnew {@code REVECTORIZE_CHECK_DISABLED}: a vector is made again though its text is the same
 * @param elsewhere name of a {@code TRANSFORMERS_*_API} that is set: others make all vectors
 */
public record VectorizeSettings(boolean lowercase, boolean alwaysAnew, Optional<String> elsewhere) {
    public static final VectorizeSettings DEFAULTS = new VectorizeSettings(false, false, Optional.empty());
}
