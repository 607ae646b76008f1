package io.text2vec.weaviate;

/** The version of Weaviate whose contract this keeps; clients decide by it what they may ask for. */
public final class Version {
    /** The one that brought the last of what clients ask for by version: all terms of a keyword search across properties. */
    public static final String REPORTED = "1.39.0";

    private Version() {}
}
