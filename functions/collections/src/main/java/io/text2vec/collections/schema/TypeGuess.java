package io.text2vec.collections.schema;

import io.text2vec.collections.CollectionException.Invalid;
import io.text2vec.collections.CollectionException.Unsupported;
import io.text2vec.collections.object.DateText;
import io.text2vec.collections.object.UuidText;
import io.text2vec.collections.object.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What type a value looks like. */
final class TypeGuess {
    private static final Set<String> GEO = Set.of("latitude", "longitude");
    private static final Set<String> PHONE = Set.of(
            "input",
            "defaultCountry",
            "internationalFormatted",
            "national",
            "nationalFormatted",
            "countryCode",
            "valid");

    private final SchemaSettings settings;

    TypeGuess(SchemaSettings settings) {
        this.settings = settings;
    }

    /**
     * A type.
     *
     * @param type of a value, or of each of a list's
     * @param nested of object and object[], by name; never empty for them
     */
    record Guess(DataType type, boolean many, Map<String, Guess> nested) {
        static Guess one(DataType type) {
            return new Guess(type, false, Map.of());
        }

        Guess listed() {
            return new Guess(type, true, nested);
        }

        /** As in {@code dataType}. */
        String word() {
            return type.word() + (many ? "[]" : "");
        }
    }

    /**
     * @param name of the property, for messages
     * @return nothing for an object without any value, which tells no type
     */
    Optional<Guess> of(Object value, String name) {
        return switch (value) {
            case null -> Optional.of(Guess.one(DataType.TEXT));
            case String text -> Optional.of(Guess.one(ofText(text)));
            case Boolean _ -> Optional.of(Guess.one(DataType.BOOLEAN));
            case Number _ -> Optional.of(Guess.one(settings.autoNumber()));
            case List<?> list -> ofList(list, name);
            case Map<?, ?> object -> ofObject(object, name);
            case Value known -> ofValue(known, name);
            default -> throw new Invalid("property %s holds what is no JSON value".formatted(name));
        };
    }

    private DataType ofText(String text) {
        if (UuidText.read(text).isPresent()) {
            return DataType.UUID;
        }
        return DateText.read(text).isPresent() ? settings.autoDate() : settings.autoText();
    }

    private Optional<Guess> ofValue(Value value, String name) {
        return switch (value) {
            case Value.Text text -> of(text.text(), name);
            case Value.Int _ -> Optional.of(Guess.one(DataType.INT));
            case Value.Number _ -> Optional.of(Guess.one(settings.autoNumber()));
            case Value.Bool _ -> Optional.of(Guess.one(DataType.BOOLEAN));
            case Value.Date _ -> Optional.of(Guess.one(settings.autoDate()));
            case Value.Uuid _ -> Optional.of(Guess.one(DataType.UUID));
            case Value.Blob _ -> Optional.of(Guess.one(DataType.BLOB));
            case Value.Geo _ -> Optional.of(Guess.one(DataType.GEO_COORDINATES));
            case Value.Phone _ -> Optional.of(Guess.one(DataType.PHONE_NUMBER));
            case Value.Nested nested -> ofObject(nested.properties(), name);
            case Value.Many many -> ofList(many.all(), name);
            case Value.References _ -> throw references(name);
        };
    }

    private Optional<Guess> ofObject(Map<?, ?> object, String name) {
        if (object.containsKey("input") && PHONE.containsAll(object.keySet())) {
            return Optional.of(Guess.one(DataType.PHONE_NUMBER));
        }
        return object.keySet().equals(GEO)
                ? Optional.of(Guess.one(DataType.GEO_COORDINATES))
                : nested(List.of(object), name);
    }

    private Optional<Guess> ofList(List<?> list, String name) {
        if (list.isEmpty()) {
            return Optional.of(Guess.one(DataType.TEXT).listed());
        }
        if (list.stream().allMatch(Map.class::isInstance)) {
            List<Map<?, ?>> objects = new ArrayList<>();
            list.forEach(element -> objects.add((Map<?, ?>) element));
            if (objects.stream().allMatch(object -> object.containsKey("beacon"))) {
                throw references(name);
            }
            return nested(objects, name).map(Guess::listed);
        }
        return Optional.of(common(list, name).listed());
    }

    /** The type of all values; texts that look like dates or uuids are texts beside one that doesn't. */
    private Guess common(List<?> values, String name) {
        List<Guess> all = values.stream()
                .map(value -> of(value, name))
                .flatMap(Optional::stream)
                .distinct()
                .toList();
        if (all.size() == 1 && !all.getFirst().many()) {
            return all.getFirst();
        }
        boolean texts = values.stream().allMatch(value -> value instanceof String || value instanceof Value.Text);
        if (!texts) {
            throw new Invalid("property %s is new, and its list has no single type: %s"
                    .formatted(name, all.stream().map(Guess::word).collect(Collectors.joining(", "))));
        }
        return Guess.one(DataType.TEXT);
    }

    /** An object that has what any of some has. */
    private Optional<Guess> nested(List<Map<?, ?>> objects, String name) {
        Map<String, List<Object>> values = new LinkedHashMap<>();
        for (Map<?, ?> object : objects) {
            object.forEach((key, value) -> values.computeIfAbsent(key.toString(), _ -> new ArrayList<>())
                    .add(value));
        }
        Map<String, Guess> nested = new LinkedHashMap<>();
        values.forEach((key, all) -> together(all, name + "." + key).ifPresent(guess -> nested.put(key, guess)));
        return nested.isEmpty() ? Optional.empty() : Optional.of(new Guess(DataType.OBJECT, false, nested));
    }

    /** The type of a nested property from its values in several objects. */
    private Optional<Guess> together(List<Object> values, String name) {
        if (values.size() == 1) {
            return of(values.getFirst(), name);
        }
        if (values.stream().allMatch(List.class::isInstance)) {
            List<Object> elements = new ArrayList<>();
            values.forEach(list -> elements.addAll((List<?>) list));
            return ofList(elements, name);
        }
        List<Object> present = values.stream().filter(value -> value != null).toList();
        List<Map<?, ?>> objects = new ArrayList<>();
        present.forEach(value -> {
            if (value instanceof Map<?, ?> object) {
                objects.add(object);
            }
        });
        if (present.isEmpty() || objects.size() < present.size()) {
            return Optional.of(present.isEmpty() ? Guess.one(DataType.TEXT) : common(present, name));
        }
        boolean alike = objects.stream()
                        .map(object -> ofObject(object, name))
                        .distinct()
                        .count()
                == 1;
        return alike ? ofObject(objects.getFirst(), name) : nested(objects, name);
    }

    private static Unsupported references(String name) {
        return new Unsupported("property %s holds references, which are not there yet".formatted(name));
    }
}
