package io.text2vec.cluster.schema;

import io.text2vec.collections.CollectionException.Invalid;
import io.text2vec.collections.schema.TransformersJson;
import io.text2vec.collections.schema.Vectorizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The two forms of a class's JSON: the clients' own, with settings of {@code text2vec-transformers}, and the one that
 * Weaviate keeps, in which these vectors come with the objects. What isn't about these settings is the same in both.
 */
public final class ClassForms {
    private static final String PLACE = "text2vec-functions";
    private static final String VECTORIZER = "vectorizer";
    private static final String VECTORS = "vectorConfig";
    private static final String MODULES = "moduleConfig";
    private static final String PROPERTIES = "properties";

    private final String defaultVectorizer;
    private final Supplier<String> model;

    /**
     * @param defaultVectorizer of a class that names none
     * @param model whose vectors are made now where a class names no vectorizer; empty while that isn't known
     */
    public ClassForms(String defaultVectorizer, Supplier<String> model) {
        this.defaultVectorizer = defaultVectorizer;
        this.model = model;
    }

    /**
     * A class as Weaviate is to keep it.
     *
     * @param stored what it keeps so far; empty for a new class
     * @throws Invalid if settings make no sense, or aren't those that are kept
     */
    public Map<String, Object> kept(Map<String, Object> clients, Map<String, Object> stored) {
        Map<String, Object> kept = new LinkedHashMap<>(clients);
        boolean named = !Tree.object(clients.get(VECTORS)).isEmpty();
        boolean ours = named ? keepNamed(kept, stored) : keepOnly(kept, stored);
        if (ours && clients.get(PROPERTIES) instanceof List<?> properties) {
            Map<String, Object> before = byName(stored);
            kept.put(
                    PROPERTIES,
                    properties.stream()
                            .map(property -> property instanceof Map
                                    ? keptProperty(
                                            Tree.object(property),
                                            Tree.object(before.get(Tree.text(
                                                    Tree.object(property).get("name")))))
                                    : property)
                            .toList());
        }
        return kept;
    }

    private boolean keepNamed(Map<String, Object> kept, Map<String, Object> stored) {
        Map<String, Object> vectors = Tree.object(kept.get(VECTORS));
        Map<String, Object> before = Tree.object(stored.get(VECTORS));
        boolean ours = false;
        for (Map.Entry<String, Object> vector : vectors.entrySet()) {
            Map<String, Object> config = Tree.object(vector.getValue());
            Map<String, Object> vectorizer = Tree.object(config.get(VECTORIZER));
            if (vectorizer.containsKey(Vectorizer.TRANSFORMERS) && vectorizer.size() == 1) {
                Object place = Tree.object(
                                Tree.object(before.get(vector.getKey())).get(VECTORIZER))
                        .get(Vectorizer.NONE);
                boolean elsewhere = before.containsKey(vector.getKey())
                        && VectorRecord.read(place).isEmpty();
                if (!elsewhere) { // of a class that was made with Weaviate's own module
                    VectorRecord record = record(
                            Tree.object(vectorizer.get(Vectorizer.TRANSFORMERS)),
                            VectorRecord.read(place),
                            "vectorConfig." + vector.getKey());
                    config.put(VECTORIZER, Map.of(Vectorizer.NONE, record.write()));
                    vector.setValue(config);
                    ours = true;
                }
            }
        }
        kept.put(VECTORS, vectors);
        return ours;
    }

    private boolean keepOnly(Map<String, Object> kept, Map<String, Object> stored) {
        Map<String, Object> modules = Tree.object(kept.get(MODULES));
        Optional<VectorRecord> before =
                VectorRecord.read(Tree.object(stored.get(MODULES)).get(PLACE));
        String vectorizer = Tree.text(kept.get(VECTORIZER));
        if (vectorizer.isEmpty()) {
            vectorizer = before.isPresent() || stored.isEmpty() && defaultVectorizer.equals(Vectorizer.TRANSFORMERS)
                    ? Vectorizer.TRANSFORMERS
                    : "";
        }
        if (!vectorizer.equals(Vectorizer.TRANSFORMERS)) {
            return false;
        }
        if (!stored.isEmpty() && before.isEmpty()) { // made with Weaviate's own module, or it has another vectorizer
            return false;
        }
        VectorRecord record = record(Tree.object(modules.remove(Vectorizer.TRANSFORMERS)), before, MODULES);
        modules.put(PLACE, record.write());
        kept.put(VECTORIZER, Vectorizer.NONE);
        kept.put(MODULES, modules);
        return true;
    }

    private VectorRecord record(Map<String, Object> given, Optional<VectorRecord> before, String where) {
        String place = where + "." + Vectorizer.TRANSFORMERS;
        if (before.isEmpty()) {
            Map<String, Object> settings = TransformersJson.ofVector(given, place);
            return new VectorRecord(settings, TransformersJson.namesVectorizer(settings) ? "" : model.get());
        }
        Map<String, Object> wanted = new LinkedHashMap<>(before.get().settings());
        wanted.putAll(given);
        if (!wanted.equals(before.get().settings())) {
            throw new Invalid(place + " can't be changed: the vectors that are there were made by it.");
        }
        return before.get();
    }

    private static Map<String, Object> byName(Map<String, Object> stored) {
        Map<String, Object> byName = new LinkedHashMap<>();
        Tree.list(stored.get(PROPERTIES))
                .forEach(property -> byName.put(Tree.text(Tree.object(property).get("name")), property));
        return byName;
    }

    /**
     * A property of a class whose vectors are made here, with its settings filled in; under a name that is no module of
     * Weaviate's, which would refuse settings of a module that no vector of the class has.
     */
    private static Map<String, Object> keptProperty(Map<String, Object> property, Map<String, Object> stored) {
        Map<String, Object> modules = Tree.object(stored.get(MODULES));
        Map<String, Object> settings = Tree.object(modules.get(PLACE));
        modules.putAll(Tree.object(property.get(MODULES)));
        settings.putAll(Tree.object(modules.remove(Vectorizer.TRANSFORMERS)));
        String where = "Property " + Tree.text(property.get("name")) + ", " + MODULES + "." + Vectorizer.TRANSFORMERS;
        modules.put(PLACE, TransformersJson.ofProperty(settings, where));
        property.put(MODULES, modules);
        return property;
    }

    /** A property as clients see it. */
    public static Map<String, Object> shownProperty(Map<String, Object> kept) {
        Map<String, Object> modules = Tree.object(kept.get(MODULES));
        Object settings = modules.remove(PLACE);
        if (settings == null) {
            return kept;
        }
        Map<String, Object> shown = new LinkedHashMap<>(kept);
        modules.put(Vectorizer.TRANSFORMERS, settings);
        shown.put(MODULES, modules);
        return shown;
    }

    /**
     * A new property as Weaviate is to keep it.
     *
     * @param stored the class that it is for
     */
    public static Map<String, Object> keptProperty(Map<String, Object> property, ClusterClass stored) {
        return stored.recorded() ? keptProperty(new LinkedHashMap<>(property), Map.of()) : property;
    }

    /** A class as clients see it. */
    public static Map<String, Object> shown(Map<String, Object> kept) {
        Map<String, Object> shown = new LinkedHashMap<>(kept);
        if (kept.containsKey(MODULES)) {
            Map<String, Object> modules = Tree.object(kept.get(MODULES));
            VectorRecord.read(modules.remove(PLACE)).ifPresent(record -> {
                modules.put(Vectorizer.TRANSFORMERS, record.settings());
                shown.put(VECTORIZER, Vectorizer.TRANSFORMERS);
                shown.put(MODULES, modules);
            });
        }
        if (kept.get(PROPERTIES) instanceof List<?> properties) {
            shown.put(
                    PROPERTIES,
                    properties.stream()
                            .map(property -> shownProperty(Tree.object(property)))
                            .toList());
        }
        if (kept.containsKey(VECTORS)) {
            Map<String, Object> vectors = Tree.object(kept.get(VECTORS));
            vectors.replaceAll((name, config) -> shownVector(config));
            shown.put(VECTORS, vectors);
        }
        return shown;
    }

    private static Object shownVector(Object kept) {
        Map<String, Object> config = Tree.object(kept);
        return VectorRecord.read(Tree.object(config.get(VECTORIZER)).get(Vectorizer.NONE))
                .<Object>map(record -> {
                    config.put(VECTORIZER, Map.of(Vectorizer.TRANSFORMERS, record.settings()));
                    return config;
                })
                .orElse(kept);
    }

    /** Whose vectors a class holds, by its records; empty where they don't say. */
    static String model(Map<String, Object> kept) {
        return records(kept)
                .map(VectorRecord::model)
                .filter(model -> !model.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** The records of a class. */
    static Stream<VectorRecord> records(Map<String, Object> kept) {
        return Stream.concat(
                        Stream.ofNullable(Tree.object(kept.get(MODULES)).get(PLACE)),
                        Tree.object(kept.get(VECTORS)).values().stream()
                                .flatMap(config -> Stream.ofNullable(
                                        Tree.object(Tree.object(config).get(VECTORIZER))
                                                .get(Vectorizer.NONE))))
                .flatMap(place -> VectorRecord.read(place).stream());
    }
}
