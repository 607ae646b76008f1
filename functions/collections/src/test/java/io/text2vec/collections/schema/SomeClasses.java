package io.text2vec.collections.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/** Classes of many kinds, each from its seed, which a failure prints. */
final class SomeClasses {
    private static final int COUNT = 300;

    private final Random random;

    private SomeClasses(long seed) {
        random = new Random(seed);
    }

    static Stream<CollectionDef> all() {
        return Stream.iterate(0L, seed -> seed + 1).limit(COUNT).map(seed -> new SomeClasses(seed).next(seed));
    }

    private CollectionDef next(long seed) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("class", "Seed" + seed);
        maybe(json, "description", "some \"text\"");
        json.put("properties", properties(random.nextInt(5)));
        if (random.nextBoolean()) {
            maybe(json, "vectorizer", random.nextBoolean() ? "none" : "text2vec-transformers");
            index(json);
        } else {
            Map<String, Object> vectors = new LinkedHashMap<>();
            for (int i = 0; i <= random.nextInt(3); i++) {
                vectors.put("vector" + i, vector());
            }
            json.put("vectorConfig", vectors);
        }
        maybe(json, "moduleConfig", Map.of("text2vec-transformers", settings(), "other", Map.of("n", 5, "x", 0.5)));
        maybe(json, "multiTenancyConfig", Map.of("enabled", random.nextBoolean(), "autoTenantCreation", true));
        maybe(json, "invertedIndexConfig", invertedIndex());
        maybe(json, "replicationConfig", Map.of("factor", 1, "deletionStrategy", "DeleteOnConflict"));
        maybe(json, "shardingConfig", Map.of("desiredCount", 1 + random.nextInt(3), "virtualPerPhysical", 64));
        return new ClassReader(SchemaSettings.DEFAULTS).read(json);
    }

    private Map<String, Object> vector() {
        Map<String, Object> vector = new LinkedHashMap<>();
        vector.put(
                "vectorizer",
                random.nextBoolean() ? Map.of("none", Map.of()) : Map.of("text2vec-transformers", settings()));
        index(vector);
        return vector;
    }

    private Map<String, Object> settings() {
        Map<String, Object> settings = new LinkedHashMap<>();
        maybe(settings, "poolingStrategy", "cls");
        maybe(settings, "vectorizeClassName", random.nextBoolean());
        maybe(settings, "dimensions", 64);
        maybe(settings, "properties", List.of("a", "b"));
        maybe(settings, "inferenceUrl", "http://elsewhere");
        maybe(settings, "unknown", Map.of("deep", List.of(1, 2.5, "x")));
        return settings;
    }

    private void index(Map<String, Object> holder) {
        boolean flat = random.nextInt(3) == 0;
        holder.put("vectorIndexType", flat ? "flat" : "hnsw");
        Map<String, Object> config = new LinkedHashMap<>();
        maybe(config, "distance", Distance.values()[random.nextInt(Distance.values().length)].word());
        maybe(config, "ef", 1 + random.nextInt(500));
        maybe(config, "efConstruction", 4 + random.nextInt(500));
        maybe(config, "maxConnections", 4 + random.nextInt(60));
        maybe(config, "skip", random.nextBoolean());
        maybe(
                config,
                flat || random.nextBoolean() ? "rq" : "sq",
                Map.of("enabled", random.nextBoolean(), "rescoreLimit", 7));
        maybe(holder, "vectorIndexConfig", config);
    }

    private Map<String, Object> invertedIndex() {
        Map<String, Object> config = new LinkedHashMap<>();
        maybe(config, "bm25", Map.of("b", random.nextDouble(), "k1", 2 * random.nextDouble()));
        maybe(config, "indexNullState", random.nextBoolean());
        maybe(config, "indexTimestamps", random.nextBoolean());
        maybe(config, "indexPropertyLength", random.nextBoolean());
        maybe(config, "stopwords", Map.of("preset", "none", "additions", List.of("star"), "removals", List.of("the")));
        maybe(config, "cleanupIntervalSeconds", 30);
        return config;
    }

    private List<Map<String, Object>> properties(int count) {
        List<Map<String, Object>> properties = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            properties.add(property("property" + i, 2));
        }
        return properties;
    }

    private Map<String, Object> property(String name, int depth) {
        Map<String, Object> property = new LinkedHashMap<>();
        property.put("name", name);
        maybe(property, "description", "what it is");
        maybe(property, "indexFilterable", random.nextBoolean());
        int kind = random.nextInt(depth > 0 ? 7 : 5);
        switch (kind) {
            case 0 -> {
                property.put("dataType", List.of(random.nextBoolean() ? "text" : "text[]"));
                maybe(property, "indexSearchable", random.nextBoolean());
                Tokenization[] all = Tokenization.values();
                maybe(property, "tokenization", all[random.nextInt(all.length)].word());
            }
            case 1 -> {
                property.put(
                        "dataType", List.of(List.of("int", "number", "date").get(random.nextInt(3))));
                maybe(property, "indexRangeFilters", random.nextBoolean());
            }
            case 2 ->
                property.put(
                        "dataType", List.of(List.of("boolean[]", "uuid", "blob").get(random.nextInt(3))));
            case 3 -> property.put("dataType", List.of(random.nextBoolean() ? "geoCoordinates" : "phoneNumber"));
            case 4 -> property.put("dataType", List.of("string"));
            case 5 -> property.put("dataType", depth == 2 ? List.of("Film", "Book") : List.of("int[]"));
            default -> {
                property.put("dataType", List.of(random.nextBoolean() ? "object" : "object[]"));
                property.put("nestedProperties", List.of(property("a", depth - 1), property("B", depth - 1)));
            }
        }
        if (depth == 2) {
            maybe(property, "moduleConfig", Map.of("text2vec-transformers", Map.of("skip", true), "other", Map.of()));
        }
        return property;
    }

    private void maybe(Map<String, Object> json, String key, Object value) {
        if (random.nextBoolean()) {
            json.put(key, value);
        }
    }
}
