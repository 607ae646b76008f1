package io.text2vec.collections.schema;

import io.text2vec.collections.CollectionException.Invalid;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Makes collections and properties from the objects that are written to them. */
public final class AutoSchema {
    /** Why a property is there, for whoever finds it. */
    static final String DESCRIPTION = "Made by auto-schema when an object with it was written";

    private static final String VECTOR = "default";

    private final boolean enabled;
    private final ClassReader classes;
    private final TypeGuess guess;

    /** One that doesn't know which objects there are. */
    public AutoSchema(SchemaSettings settings) {
        this(settings, id -> Optional.empty());
    }

    /** @param homes finds the collection of an object, for beacons that don't name it */
    AutoSchema(SchemaSettings settings, Function<UUID, Optional<String>> homes) {
        enabled = settings.autoSchema();
        classes = new ClassReader(settings);
        guess = new TypeGuess(settings, homes);
    }

    /**
     * A collection with all the properties of an object. With auto-schema off it is the one that there is.
     *
     * @param properties as for {@link io.text2vec.collections.write.ObjectInput}
     * @return {@code known} itself if it lacks nothing
     * @throws Invalid if there is none and auto-schema is off, or a name or value can't be in a collection
     */
    public CollectionDef complete(Optional<CollectionDef> known, String collection, Map<String, Object> properties) {
        if (known.isEmpty() && !enabled) {
            throw new Invalid("There is no collection %s, and AUTOSCHEMA_ENABLED, which would make it, is false."
                    .formatted(Names.shortened(Names.collection(collection))));
        }
        if (known.isPresent() && (!enabled || hasAll(known.get(), properties))) {
            return known.get();
        }
        // Weaviate gives it a vector without vectorizer whatever the default is, so that vectors may come with objects.
        CollectionDef base = known.orElseGet(() -> classes.read(Map.of(
                "class",
                collection,
                "description",
                "Made by auto-schema when its first object was written",
                "vectorConfig",
                Map.of(VECTOR, Map.of("vectorizer", Map.of(Vectorizer.NONE, Map.of()))))));
        List<Property> all = new ArrayList<>(base.properties());
        boolean changed = false;
        for (Map.Entry<String, Object> property : properties.entrySet()) {
            changed |= add(Names.property(property.getKey()), property.getValue(), base, all);
        }
        return changed ? base.withProperties(all) : base;
    }

    /** The way of nearly every object. What is within objects is looked into elsewhere. */
    private static boolean hasAll(CollectionDef collection, Map<String, Object> properties) {
        for (String name : properties.keySet()) {
            Optional<Property> property = collection.property(name);
            if (property.isEmpty() || property.get().type().of() == DataType.OBJECT) {
                return false;
            }
        }
        return true;
    }

    private boolean add(String name, Object value, CollectionDef base, List<Property> all) {
        Optional<Property> stored =
                all.stream().filter(property -> property.name().equals(name)).findFirst();
        if (stored.isPresent() && stored.get().type().of() != DataType.OBJECT) {
            return false;
        }
        Optional<TypeGuess.Guess> guessed = guess.of(value, name);
        if (guessed.isEmpty()) {
            return false;
        }
        if (stored.isEmpty()) {
            all.add(classes.readProperty(json(name, guessed.get()), base));
            return true;
        }
        Property widened = widen(stored.get(), guessed.get());
        all.set(all.indexOf(stored.get()), widened);
        return widened != stored.get();
    }

    /** An object property with the nested properties that it lacked; a value of another type is the reader's to refuse. */
    private Property widen(Property stored, TypeGuess.Guess guessed) {
        if (stored.type().of() != DataType.OBJECT) {
            return stored;
        }
        List<Property> nested = new ArrayList<>(stored.nested());
        boolean changed = false;
        for (Map.Entry<String, TypeGuess.Guess> one : guessed.nested().entrySet()) {
            Optional<Property> known = stored.nested().stream()
                    .filter(property -> property.name().equals(one.getKey()))
                    .findFirst();
            if (known.isEmpty()) {
                nested.add(classes.readNested(json(one.getKey(), one.getValue())));
                changed = true;
            } else {
                Property widened = widen(known.get(), one.getValue());
                nested.set(nested.indexOf(known.get()), widened);
                changed |= widened != known.get();
            }
        }
        return changed ? stored.withNested(nested) : stored;
    }

    private static Map<String, Object> json(String name, TypeGuess.Guess guessed) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", name);
        json.put("description", DESCRIPTION);
        json.put("dataType", guessed.words());
        if (!guessed.nested().isEmpty()) {
            List<Map<String, Object>> nested = new ArrayList<>();
            guessed.nested().forEach((key, value) -> nested.add(json(key, value)));
            json.put("nestedProperties", nested);
        }
        return json;
    }
}
