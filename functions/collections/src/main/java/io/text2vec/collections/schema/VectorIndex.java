package io.text2vec.collections.schema;

import java.util.Map;

/**
 * How a vector is searched.
 *
 * @param type {@link #HNSW} or {@link #FLAT}
 * @param ef how many candidates a search keeps; -1: chosen by its limit
 * @param efConstruction how many candidates are kept while a graph grows; the default for an index without one
 * @param maxConnections of a graph's node, twice as many on its lowest level; the default for an index without
 * @param quantised whether vectors are searched as int8, and only the best compared in full
 * @param skip whether the vector is stored only
 * @param settings the whole {@code vectorIndexConfig} as clients read it back
 */
public record VectorIndex(
        String type,
        Distance distance,
        int ef,
        int efConstruction,
        int maxConnections,
        boolean quantised,
        boolean skip,
        Map<String, Object> settings) {

    /** Searched by comparing all vectors. */
    public static final String FLAT = "flat";

    /** Searched by a graph. */
    public static final String HNSW = "hnsw";
}
