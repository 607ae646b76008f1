package io.text2vec.collections.schema;

/** How the vectors of a new index are made smaller, where the class doesn't say. */
public enum Quantization {
    NONE("none"),
    /** 8 bits a component, by the range of the values. */
    SQ("sq"),
    /** 8 bits a component, after a rotation. */
    RQ("rq-8");

    private final String word;

    Quantization(String word) {
        this.word = word;
    }

    /** As in {@code DEFAULT_QUANTIZATION}. */
    public String word() {
        return word;
    }
}
