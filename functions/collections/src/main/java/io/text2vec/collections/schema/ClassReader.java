package io.text2vec.collections.schema;

import io.text2vec.collections.CollectionException.Invalid;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the JSON of a class, fills in what it doesn't say, and refuses what makes no sense by itself. Keys that mean
 * nothing are dropped, but for those of modules.
 */
final class ClassReader {
    private final VectorsReader vectors;
    private final PropertyReader properties;

    ClassReader(SchemaSettings settings) {
        vectors = new VectorsReader(settings);
        properties = new PropertyReader(settings);
    }

    /** A new class: what it doesn't say gets the default. */
    CollectionDef read(Map<String, Object> json) {
        return read(new Fields("", json), Optional.empty());
    }

    /** A class in place of another: what it doesn't say is as there. */
    CollectionDef read(Map<String, Object> json, CollectionDef base) {
        return read(new Fields("", json), Optional.of(base));
    }

    Property readProperty(Map<String, Object> json, CollectionDef collection) {
        return properties.read(new Fields("", json), modules(collection.vectors()), Optional.empty());
    }

    Property readNested(Map<String, Object> json) {
        return properties.readNested(new Fields("", json));
    }

    private CollectionDef read(Fields given, Optional<CollectionDef> base) {
        Map<String, VectorDef> vectorDefs = vectors.read(given, base);
        MultiTenancy multiTenancy = multiTenancy(
                given.object("multiTenancyConfig"),
                base.map(CollectionDef::multiTenancy).orElse(MultiTenancy.OFF));
        return new CollectionDef(
                given.text("class")
                        .map(NameRules::collection)
                        .or(() -> base.map(CollectionDef::name))
                        .orElseThrow(() -> new Invalid("The class has no name: the key class is missing.")),
                given.text("description")
                        .or(() -> base.flatMap(CollectionDef::description))
                        .filter(text -> !text.isEmpty()),
                properties(given, vectorDefs, base),
                VectorsReader.named(given),
                vectorDefs,
                InvertedIndexReader.read(
                        given.object("invertedIndexConfig"),
                        base.map(CollectionDef::invertedIndex).orElse(InvertedIndexReader.DEFAULT)),
                multiTenancy,
                Replication.read(given.object("replicationConfig"), base.map(CollectionDef::replication)),
                Sharding.read(given.object("shardingConfig"), multiTenancy, base.map(CollectionDef::sharding)),
                moduleConfig(given, vectorDefs, base));
    }

    private List<Property> properties(Fields given, Map<String, VectorDef> vectorDefs, Optional<CollectionDef> base) {
        List<Property> stored = base.map(CollectionDef::properties).orElse(List.of());
        return given.has("properties")
                ? properties.readAll(given.objects("properties"), modules(vectorDefs), stored)
                : stored;
    }

    private static Set<String> modules(Map<String, VectorDef> vectors) {
        Set<String> modules = new LinkedHashSet<>();
        vectors.values().stream()
                .map(VectorDef::vectorizer)
                .filter(Vectorizer::vectorizes)
                .forEach(vectorizer -> modules.add(vectorizer.module()));
        return modules;
    }

    private static MultiTenancy multiTenancy(Fields given, MultiTenancy base) {
        return new MultiTenancy(
                given.flag("enabled").orElse(base.enabled()),
                given.flag("autoTenantCreation").orElse(base.autoTenantCreation()),
                given.flag("autoTenantActivation").orElse(base.autoTenantActivation()));
    }

    /** Without the settings of the legacy vector's module, which are the vectorizer's. */
    private static Map<String, Object> moduleConfig(
            Fields given, Map<String, VectorDef> vectors, Optional<CollectionDef> base) {
        Map<String, Object> all =
                new LinkedHashMap<>(base.map(CollectionDef::moduleConfig).orElse(Map.of()));
        all.putAll(given.object("moduleConfig").tree());
        Optional.ofNullable(vectors.get(VectorDef.LEGACY))
                .filter(legacy -> legacy.vectorizer().vectorizes())
                .ifPresent(legacy -> all.remove(legacy.vectorizer().module()));
        return JsonTree.copy(all);
    }
}
