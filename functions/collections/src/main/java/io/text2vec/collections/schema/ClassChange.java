package io.text2vec.collections.schema;

import io.text2vec.collections.CollectionException.Invalid;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What may change of a class that has objects already. */
final class ClassChange {
    /** Of {@code vectorIndexConfig}; the switches of quantizers are objects and may change as a whole. */
    private static final Set<String> CHANGEABLE = Set.of(
            "ef",
            "dynamicEfMin",
            "dynamicEfMax",
            "dynamicEfFactor",
            "flatSearchCutoff",
            "filterStrategy",
            "vectorCacheMaxObjects",
            "pq",
            "bq",
            "sq",
            "rq",
            "skipDefaultQuantization",
            "trackDefaultQuantization");

    private ClassChange() {}

    /** @param wanted read over {@code stored} */
    static void check(CollectionDef stored, CollectionDef wanted) {
        refuse(!wanted.name().equals(stored.name()), "The name of a class");
        refuse(wanted.multiTenancy().enabled() != stored.multiTenancy().enabled(), "multiTenancyConfig.enabled");
        refuse(!wanted.sharding().equals(stored.sharding()), "shardingConfig");
        invertedIndex(stored.invertedIndex(), wanted.invertedIndex());
        properties(stored, wanted);
        vectors(stored, wanted);
    }

    private static void invertedIndex(InvertedIndex stored, InvertedIndex wanted) {
        refuse(wanted.nullState() != stored.nullState(), "invertedIndexConfig.indexNullState");
        refuse(wanted.propertyLength() != stored.propertyLength(), "invertedIndexConfig.indexPropertyLength");
        refuse(wanted.timestamps() != stored.timestamps(), "invertedIndexConfig.indexTimestamps");
    }

    private static void properties(CollectionDef stored, CollectionDef wanted) {
        Map<String, Property> before = byName(stored);
        Map<String, Property> after = byName(wanted);
        if (!before.keySet().equals(after.keySet())) {
            Set<String> names = new TreeSet<>(before.keySet());
            names.addAll(after.keySet());
            names.removeIf(name -> before.containsKey(name) && after.containsKey(name));
            throw new Invalid("Properties of a class are added by themselves and never removed; these differ: "
                    + String.join(", ", names) + ".");
        }
        after.forEach((name, property) -> refuse(
                !undescribed(property).equals(undescribed(before.get(name))),
                "Property %s, but for its description,".formatted(name)));
    }

    private static Map<String, Property> byName(CollectionDef collection) {
        return collection.properties().stream().collect(Collectors.toMap(Property::name, property -> property));
    }

    private static Property undescribed(Property property) {
        return new Property(
                property.name(),
                Optional.empty(),
                property.type(),
                property.filterable(),
                property.searchable(),
                property.rangeFilters(),
                property.tokenization(),
                property.nested().stream().map(ClassChange::undescribed).toList(),
                property.moduleConfig());
    }

    private static void vectors(CollectionDef stored, CollectionDef wanted) {
        refuse(wanted.namedVectors() != stored.namedVectors(), "Whether vectors have names");
        stored.vectors().forEach((name, before) -> {
            String what = stored.namedVectors() ? "vectorConfig.%s.".formatted(name) : "";
            VectorDef after = wanted.vectors().get(name);
            if (after == null) {
                throw new Invalid("vectorConfig.%s is there and can't be removed.".formatted(name));
            }
            refuse(!after.vectorizer().equals(before.vectorizer()), what + "vectorizer");
            refuse(!after.index().type().equals(before.index().type()), what + "vectorIndexType");
            index(before.index().settings(), after.index().settings(), what + "vectorIndexConfig");
        });
    }

    private static void index(Map<String, Object> before, Map<String, Object> after, String what) {
        after.forEach((key, value) ->
                refuse(!CHANGEABLE.contains(key) && !value.equals(before.get(key)), "%s.%s".formatted(what, key)));
    }

    private static void refuse(boolean changed, String what) {
        if (changed) {
            throw new Invalid(what + " can't be changed once the class is there.");
        }
    }
}
