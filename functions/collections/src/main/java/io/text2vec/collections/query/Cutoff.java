package io.text2vec.collections.query;

/** From where on a hit is too far. */
public sealed interface Cutoff {

    record Distance(double most) implements Cutoff {}

    /** {@code 1 - distance / 2}; for cosine alone. */
    record Certainty(double least) implements Cutoff {}
}
