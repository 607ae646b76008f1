package io.text2vec.collections.schema;

/**
 * How text and values are searched.
 *
 * @param b of BM25, 0 to 1
 * @param k1 of BM25, at least 0
 * @param nullState whether filters may ask for missing values
 * @param propertyLength whether filters may ask for lengths
 * @param timestamps whether filters may ask for times of creation and update
 */
public record InvertedIndex(
        double b,
        double k1,
        Stopwords stopwords,
        boolean nullState,
        boolean propertyLength,
        boolean timestamps,
        int cleanupIntervalSeconds,
        boolean usingBlockMaxWand) {}
