package io.text2vec.collections.schema;

/** How far two vectors are apart; smaller is nearer. */
public enum Distance {
    /** 1 - cosine of the angle, at least 0; 1 where a vector is zero. */
    COSINE("cosine"),
    /** The negative inner product. */
    DOT("dot"),
    /** Sum of the squared differences. */
    L2_SQUARED("l2-squared"),
    /** Sum of the absolute differences. */
    MANHATTAN("manhattan"),
    /** How many components differ. */
    HAMMING("hamming");

    private final String word;

    Distance(String word) {
        this.word = word;
    }

    /** As in the class JSON. */
    public String word() {
        return word;
    }
}
