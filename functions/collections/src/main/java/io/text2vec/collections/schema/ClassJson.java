package io.text2vec.collections.schema;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The JSON of a class as clients read it and as it can be stored: reading what was written gives the same again. */
public final class ClassJson {
    /** What is written is complete, so that no setting has a say. */
    private static final ClassReader READER = new ClassReader(SchemaSettings.DEFAULTS);

    private ClassJson() {}

    /**
     * Reads what {@link #write} wrote.
     *
     * @param json read as for {@link io.text2vec.collections.write.ObjectInput}; {@code Integer} is fine too
     * @throws io.text2vec.collections.CollectionException if it is no such thing
     */
    public static CollectionDef read(Map<String, Object> json) {
        return READER.read(json);
    }

    /** Every key that the official clients look for. */
    public static Map<String, Object> write(CollectionDef collection) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("class", collection.name());
        collection.description().ifPresent(text -> json.put("description", text));
        json.put(
                "properties",
                orNull(collection.properties().stream().map(PropertyJson::write).toList()));
        Map<String, Object> moduleConfig = new LinkedHashMap<>(collection.moduleConfig());
        if (collection.namedVectors()) {
            json.put("vectorConfig", named(collection));
        } else {
            legacy(collection.vectors().get(VectorDef.LEGACY), json, moduleConfig);
        }
        json.put("invertedIndexConfig", invertedIndex(collection.invertedIndex()));
        json.put("multiTenancyConfig", multiTenancy(collection.multiTenancy()));
        json.put("replicationConfig", collection.replication());
        json.put("shardingConfig", collection.sharding());
        if (!moduleConfig.isEmpty()) {
            json.put("moduleConfig", moduleConfig);
        }
        return json;
    }

    private static Map<String, Object> named(CollectionDef collection) {
        Map<String, Object> all = new LinkedHashMap<>();
        collection.vectors().forEach((name, vector) -> {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put(
                    "vectorizer",
                    Map.of(vector.vectorizer().module(), vector.vectorizer().settings()));
            index(vector.index(), json);
            all.put(name, json);
        });
        return all;
    }

    private static void legacy(VectorDef vector, Map<String, Object> json, Map<String, Object> moduleConfig) {
        Vectorizer vectorizer = vector.vectorizer();
        json.put("vectorizer", vectorizer.module());
        index(vector.index(), json);
        if (vectorizer.vectorizes()) {
            moduleConfig.put(vectorizer.module(), vectorizer.settings());
        }
    }

    private static void index(VectorIndex index, Map<String, Object> json) {
        json.put("vectorIndexType", index.type());
        json.put("vectorIndexConfig", index.settings());
    }

    private static Map<String, Object> invertedIndex(InvertedIndex index) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("bm25", Map.of("b", index.b(), "k1", index.k1()));
        json.put("cleanupIntervalSeconds", (long) index.cleanupIntervalSeconds());
        json.put("stopwords", stopwords(index.stopwords()));
        json.put("usingBlockMaxWAND", index.usingBlockMaxWand());
        putIfTrue("indexNullState", index.nullState(), json);
        putIfTrue("indexPropertyLength", index.propertyLength(), json);
        putIfTrue("indexTimestamps", index.timestamps(), json);
        return json;
    }

    private static Map<String, Object> stopwords(Stopwords stopwords) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("preset", stopwords.preset());
        json.put("additions", orNull(stopwords.additions()));
        json.put("removals", orNull(stopwords.removals()));
        return json;
    }

    private static Map<String, Object> multiTenancy(MultiTenancy tenancy) {
        return Map.of(
                "enabled", tenancy.enabled(),
                "autoTenantCreation", tenancy.autoTenantCreation(),
                "autoTenantActivation", tenancy.autoTenantActivation());
    }

    private static void putIfTrue(String key, boolean flag, Map<String, Object> json) {
        if (flag) {
            json.put(key, true);
        }
    }

    /** Weaviate writes a list that is empty as null. */
    private static <T> List<T> orNull(List<T> list) {
        return list.isEmpty() ? null : list;
    }
}
