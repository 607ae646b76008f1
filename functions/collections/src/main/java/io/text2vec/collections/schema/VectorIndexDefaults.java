package io.text2vec.collections.schema;

import java.util.Map;

/** What {@code vectorIndexConfig} says for each type of index when a class says nothing. */
final class VectorIndexDefaults {
    static final long EF_CONSTRUCTION = 128;
    static final long MAX_CONNECTIONS = 32;

    private static final Map<String, Object> HNSW = Map.ofEntries(
            Map.entry("ef", -1L),
            Map.entry("efConstruction", EF_CONSTRUCTION),
            Map.entry("maxConnections", MAX_CONNECTIONS),
            Map.entry("dynamicEfMin", 100L),
            Map.entry("dynamicEfMax", 500L),
            Map.entry("dynamicEfFactor", 8L),
            Map.entry("vectorCacheMaxObjects", 1_000_000_000_000L),
            Map.entry("flatSearchCutoff", 40_000L),
            Map.entry("cleanupIntervalSeconds", 300L),
            Map.entry("skip", false),
            Map.entry("filterStrategy", "acorn"),
            Map.entry(
                    "pq",
                    Map.of(
                            "enabled",
                            false,
                            "bitCompression",
                            false,
                            "segments",
                            0L,
                            "centroids",
                            256L,
                            "trainingLimit",
                            100_000L,
                            "encoder",
                            Map.of("type", "kmeans", "distribution", "log-normal"))),
            Map.entry("bq", Map.of("enabled", false)),
            Map.entry("sq", Map.of("enabled", false, "trainingLimit", 100_000L, "rescoreLimit", 20L)),
            Map.entry("rq", Map.of("enabled", false, "bits", 8L, "rescoreLimit", 20L)),
            Map.entry(
                    "multivector",
                    Map.of(
                            "enabled",
                            false,
                            "aggregation",
                            "maxSim",
                            "muvera",
                            Map.of("enabled", false, "ksim", 4L, "dprojections", 16L, "repetitions", 10L))),
            Map.entry("skipDefaultQuantization", false),
            Map.entry("trackDefaultQuantization", false));

    private static final Map<String, Object> UNUSED_QUANTIZER =
            Map.of("enabled", false, "cache", false, "rescoreLimit", -1L);

    private static final Map<String, Object> FLAT = Map.of(
            "vectorCacheMaxObjects", 1_000_000_000_000L,
            "pq", UNUSED_QUANTIZER,
            "bq", UNUSED_QUANTIZER,
            "sq", UNUSED_QUANTIZER,
            "rq", JsonTree.over(UNUSED_QUANTIZER, Map.of("bits", 8L)));

    private VectorIndexDefaults() {}

    static Map<String, Object> of(String type, Distance distance) {
        return JsonTree.over(type.equals(VectorIndex.FLAT) ? FLAT : HNSW, Map.of("distance", distance.word()));
    }
}
