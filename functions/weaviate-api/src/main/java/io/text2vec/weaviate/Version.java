package io.text2vec.weaviate;

/** The version of Weaviate whose contract this keeps; clients decide by it what they may ask for. */
public final class Version {
    /** The highest one before server-side batching, which comes with 1.36. */
    public static final String REPORTED = "1.35.2";

    private Version() {}
}
