package io.text2vec.collections.object;

import io.text2vec.collections.CollectionException.Invalid;
import io.text2vec.collections.schema.CollectionDef;
import io.text2vec.collections.schema.Names;
import io.text2vec.collections.schema.Property;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the properties of an object as their schema says. Raw values are those of
 * {@link io.text2vec.collections.write.ObjectInput}; failures are {@link Invalid}, and tell the property, never the value.
 */
public final class ObjectReader {
    private ObjectReader() {}

    /** @return those that have a value, by their stored names */
    public static Map<String, Value> read(CollectionDef collection, Map<String, Object> raw) {
        Map<String, Value> read = new LinkedHashMap<>();
        raw.forEach((name, value) -> value(collection, name, value).ifPresent(typed -> put(name, typed, read)));
        return read;
    }

    /**
     * Puts changes over the properties of an object: a value replaces the whole of the old one, null removes it, and
     * references are added to those that there are.
     *
     * @return a new map of all properties
     */
    public static Map<String, Value> merge(
            CollectionDef collection, Map<String, Value> stored, Map<String, Object> changes) {
        Map<String, Value> merged = new LinkedHashMap<>(stored);
        changes.forEach((name, value) -> {
            if (value == null) {
                merged.remove(Names.property(name));
            }
        });
        read(collection, changes).forEach((name, value) -> merged.merge(name, value, ObjectReader::over));
        return merged;
    }

    private static Value over(Value stored, Value changed) {
        return stored instanceof Value.References old && changed instanceof Value.References more
                ? old.with(more.all())
                : changed;
    }

    private static Optional<Value> value(CollectionDef collection, String name, Object raw) {
        if (raw == null) {
            return Optional.empty();
        }
        Optional<Property> property = collection.property(name);
        if (property.isEmpty()) {
            if (tellsNothing(raw)) {
                return Optional.empty();
            }
            throw new Invalid("Collection %s has no property %s, and auto-schema didn't make it."
                    .formatted(collection.name(), Names.shortened(Names.property(name))));
        }
        return Optional.ofNullable(
                ValueReader.read(property.get(), raw, property.get().name()));
    }

    /** Objects without any value, of which auto-schema makes no property either. */
    private static boolean tellsNothing(Object raw) {
        return switch (raw) {
            case Map<?, ?> object ->
                object.values().stream().allMatch(value -> value instanceof Map && tellsNothing(value));
            case List<?> list ->
                !list.isEmpty() && list.stream().allMatch(element -> element instanceof Map && tellsNothing(element));
            case Value.Nested nested -> tellsNothing(nested.properties());
            case Value.Many many -> tellsNothing(many.all());
            default -> false;
        };
    }

    private static void put(String name, Value value, Map<String, Value> read) {
        if (read.put(Names.property(name), value) != null) {
            throw new Invalid("Property %s is given twice.".formatted(Names.property(name)));
        }
    }
}
