package io.text2vec.cluster.schema;

import io.text2vec.collections.CollectionException;
import io.text2vec.collections.object.ObjectReader;
import io.text2vec.collections.object.Value;
import io.text2vec.collections.schema.AutoSchema;
import io.text2vec.collections.schema.ClassJson;
import io.text2vec.collections.schema.CollectionDef;
import io.text2vec.collections.schema.DataType;
import io.text2vec.collections.schema.Distance;
import io.text2vec.collections.schema.Names;
import io.text2vec.collections.schema.VectorDef;
import io.text2vec.collections.schema.Vectorizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A class of Weaviate, as far as it matters to its vectors and to searches. What is beyond what collections know here, such as references
 * and vectors that others make, is left to Weaviate.
 */
public final class ClusterClass {
    private static final Set<String> WORDS =
            Arrays.stream(DataType.values()).map(DataType::word).collect(Collectors.toSet());
    private static final String LIST = "[]";
    private static final String VECTORS = "vectorConfig";
    private static final String INDEX = "vectorIndexConfig";
    private static final String DISTANCE = "distance";
    private static final Set<String> DISTANCES =
            Arrays.stream(Distance.values()).map(Distance::word).collect(Collectors.toSet());
    private static final List<String> FOUND_BY = List.of("indexFilterable", "indexSearchable", "indexRangeFilters");
    private static final List<String> INDEXED = List.of("indexNullState", "indexPropertyLength", "indexTimestamps");

    private final Map<String, Object> kept;
    private final CollectionDef definition;
    private final Set<String> vectors;
    private final Set<String> others; // properties that no text is made of

    private ClusterClass(Map<String, Object> kept, CollectionDef definition, Set<String> vectors, Set<String> others) {
        this.kept = kept;
        this.definition = definition;
        this.vectors = vectors;
        this.others = others;
    }

    /** @param kept as Weaviate keeps it */
    public static ClusterClass of(Map<String, Object> kept) {
        Map<String, Object> shown = ClassForms.shown(kept);
        Set<String> others = new HashSet<>();
        List<Object> properties = new ArrayList<>();
        for (Object each : Tree.list(shown.get("properties"))) {
            Map<String, Object> property = Tree.object(each);
            if (known(property)) {
                properties.add(searched(property));
            } else {
                others.add(Tree.text(property.get("name")));
            }
        }
        Map<String, Object> reduced = new LinkedHashMap<>();
        reduced.put("class", shown.get("class"));
        reduced.put("properties", properties);
        reduced.put("multiTenancyConfig", Tree.object(shown.get("multiTenancyConfig")));
        reduced.put("invertedIndexConfig", picked(Tree.object(shown.get("invertedIndexConfig")), INDEXED));
        Set<String> vectors = new HashSet<>();
        Map<String, Object> named = Tree.object(shown.get(VECTORS));
        if (named.isEmpty()) {
            vectors.add(VectorDef.LEGACY);
            boolean ours = Tree.text(shown.get("vectorizer")).equals(Vectorizer.TRANSFORMERS);
            reduced.put("vectorizer", ours ? Vectorizer.TRANSFORMERS : Vectorizer.NONE);
            reduced.put("moduleConfig", ours ? shown.get("moduleConfig") : Map.of());
            reduced.put(INDEX, index(shown));
        } else {
            vectors.addAll(named.keySet());
            named.replaceAll((name, config) -> reducedVector(config));
            reduced.put(VECTORS, named);
        }
        return new ClusterClass(kept, ClassJson.read(reduced), vectors, others);
    }

    private static boolean known(Map<String, Object> property) {
        List<?> types = Tree.list(property.get("dataType"));
        return types.size() == 1 && WORDS.contains(Tree.text(types.getFirst()).replace(LIST, ""));
    }

    /** With what tells whether it can be searched and filtered by. */
    private static Map<String, Object> searched(Map<String, Object> property) {
        Map<String, Object> searched = reduced(property);
        searched.putAll(picked(property, FOUND_BY));
        return searched;
    }

    private static Map<String, Object> reduced(Map<String, Object> property) {
        Map<String, Object> reduced = picked(property, List.of("name", "dataType", "moduleConfig"));
        List<Object> nested = new ArrayList<>();
        for (Object each : Tree.list(property.get("nestedProperties"))) {
            if (known(Tree.object(each))) {
                nested.add(reduced(Tree.object(each)));
            }
        }
        if (!nested.isEmpty()) {
            reduced.put("nestedProperties", nested);
        }
        return reduced;
    }

    private static Map<String, Object> picked(Map<String, Object> from, List<String> keys) {
        Map<String, Object> picked = new LinkedHashMap<>();
        for (String key : keys) {
            if (from.get(key) != null) {
                picked.put(key, from.get(key));
            }
        }
        return picked;
    }

    private static Object reducedVector(Object config) {
        Map<String, Object> vectorizer = Tree.object(Tree.object(config).get("vectorizer"));
        return Map.of(
                "vectorizer",
                vectorizer.containsKey(Vectorizer.TRANSFORMERS) ? vectorizer : Map.of(Vectorizer.NONE, Map.of()),
                INDEX,
                index(Tree.object(config)));
    }

    /** What a search must know of an index: how it compares. */
    private static Map<String, Object> index(Map<String, Object> holder) {
        String distance = Tree.text(Tree.object(holder.get(INDEX)).get(DISTANCE));
        return DISTANCES.contains(distance) ? Map.of(DISTANCE, distance) : Map.of();
    }

    public CollectionDef definition() {
        return definition;
    }

    /** As Weaviate keeps it. */
    public Map<String, Object> kept() {
        return kept;
    }

    /** Whether a vector of it is made here. */
    public boolean vectorizes() {
        return definition.vectors().values().stream()
                .anyMatch(vector -> vector.vectorizer().vectorizes());
    }

    /** Whether a vector is made here: the one of a name, or the only one. */
    public boolean vectorizes(String name) {
        VectorDef vector = definition.vectors().get(name);
        return vector != null && vector.vectorizer().vectorizes();
    }

    /** Whether it has a vector of a name. */
    public boolean has(String name) {
        return vectors.contains(name);
    }

    /** A vector that came without a name is the only one. */
    public String stored(String name) {
        return name.equals(VectorDef.LEGACY) && vectors.size() == 1
                ? vectors.iterator().next()
                : name;
    }

    /**
     * The values of an object that can be read; Weaviate says what is wrong with others.
     *
     * @param raw as for {@link io.text2vec.collections.write.ObjectInput}
     * @param autoSchema guesses the types of those that the class doesn't have yet, as Weaviate will
     */
    public Read read(Map<String, Object> raw, AutoSchema autoSchema) {
        Map<String, Object> known = new HashMap<>(raw);
        known.keySet().removeIf(name -> others.contains(Names.property(name)));
        CollectionDef completed = completed(known, autoSchema);
        Map<String, Value> values = new HashMap<>();
        known.forEach((name, value) ->
                value(completed, name, value).ifPresent(read -> values.put(Names.property(name), read)));
        return new Read(completed, values);
    }

    /** @param collection with the properties that the object brings */
    public record Read(CollectionDef collection, Map<String, Value> values) {}

    private CollectionDef completed(Map<String, Object> raw, AutoSchema autoSchema) {
        try {
            return autoSchema.complete(Optional.of(definition), definition.name(), raw);
        } catch (CollectionException unguessable) { // no property of it becomes part of the text
            return definition;
        }
    }

    private static Optional<Value> value(CollectionDef collection, String name, Object raw) {
        try {
            return Optional.ofNullable(ObjectReader.read(collection, java.util.Collections.singletonMap(name, raw))
                    .get(Names.property(name)));
        } catch (CollectionException unreadable) {
            return Optional.empty();
        }
    }

    /** Whether Weaviate takes a vector that is made here for one that comes with the object. */
    boolean recorded() {
        return ClassForms.records(kept).findAny().isPresent();
    }

    /** Whose vectors it holds; empty where that isn't known. */
    public String model() {
        return ClassForms.model(kept);
    }
}
