package io.text2vec.collections.schema;

import io.text2vec.collections.CollectionException.Invalid;
import io.text2vec.collections.object.Beacons;
import io.text2vec.collections.object.DateText;
import io.text2vec.collections.object.UuidText;
import io.text2vec.collections.object.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
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
    private final Function<UUID, Optional<String>> homes;

    /** @param homes finds the collection of an object */
    TypeGuess(SchemaSettings settings, Function<UUID, Optional<String>> homes) {
        this.settings = settings;
        this.homes = homes;
    }

    /**
     * A type.
     *
     * @param type of a value, or of each of a list's
     * @param nested of object and object[], by name; never empty for them
     * @param targets collections that references point to
     */
    record Guess(DataType type, boolean many, Map<String, Guess> nested, List<String> targets) {
        static Guess one(DataType type) {
            return new Guess(type, false, Map.of(), List.of());
        }

        static Guess references(List<String> targets) {
            return new Guess(DataType.REFERENCE, false, Map.of(), targets);
        }

        Guess listed() {
            return new Guess(type, true, nested, targets);
        }

        /** As {@code dataType} has it. */
        List<String> words() {
            return type == DataType.REFERENCE ? targets : List.of(type.word() + (many ? "[]" : ""));
        }
    }

    /**
     * @param name of the property, for messages
     * @return nothing for an object without any value, which tells no type
     */
    Optional<Guess> of(Object value, String name) {
        return switch (plain(value)) {
            case null -> Optional.of(Guess.one(DataType.TEXT));
            case String text -> Optional.of(Guess.one(ofText(text)));
            case Boolean _ -> Optional.of(Guess.one(DataType.BOOLEAN));
            case Number _ -> Optional.of(Guess.one(settings.autoNumber()));
            case List<?> list -> ofList(list, name);
            case Map<?, ?> object -> together(List.of(object), name);
            case Value.References known ->
                Optional.of(Guess.references(known.all().stream()
                        .map(Value.Beacon::collection)
                        .distinct()
                        .toList()));
            case Value known -> Optional.of(Guess.one(ofValue(known)));
            default -> throw new Invalid("Property %s holds what is no JSON value.".formatted(name));
        };
    }

    /** What a door typed, as JSON has it; types that JSON lacks stay. */
    private static Object plain(Object value) {
        return switch (value) {
            case Value.Text text -> text.text();
            case Value.Bool bool -> bool.value();
            case Value.Number number -> number.value();
            case Value.Nested nested -> nested.properties();
            case Value.Many many -> many.all();
            case null -> null;
            default -> value;
        };
    }

    private DataType ofText(String text) {
        if (UuidText.read(text).isPresent()) {
            return DataType.UUID;
        }
        return DateText.read(text).isPresent() ? settings.autoDate() : settings.autoText();
    }

    private static DataType ofValue(Value value) {
        return switch (value) {
            case Value.Int _ -> DataType.INT;
            case Value.Date _ -> DataType.DATE;
            case Value.Uuid _ -> DataType.UUID;
            case Value.Blob _ -> DataType.BLOB;
            case Value.Geo _ -> DataType.GEO_COORDINATES;
            case Value.Phone _ -> DataType.PHONE_NUMBER;
            case Value.Text _, Value.Number _, Value.Bool _, Value.Nested _, Value.Many _, Value.References _ ->
                throw new IllegalStateException("read before");
        };
    }

    private Optional<Guess> ofList(List<?> list, String name) {
        if (list.isEmpty()) {
            return Optional.of(Guess.one(DataType.TEXT).listed());
        }
        List<Map<?, ?>> objects = objects(list);
        if (objects.size() < list.size()) {
            return Optional.of(common(list, name).listed());
        }
        if (objects.stream().allMatch(object -> object.containsKey("beacon"))) {
            return Optional.of(references(objects, name));
        }
        return nested(objects, name).map(Guess::listed);
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
        if (values.stream().allMatch(value -> plain(value) instanceof String)) {
            return Guess.one(DataType.TEXT);
        }
        throw new Invalid("Property %s is new, and its values have no single type: %s."
                .formatted(
                        name,
                        all.stream().flatMap(guess -> guess.words().stream()).collect(Collectors.joining(", "))));
    }

    /** The type of values of a property in several objects. */
    private Optional<Guess> ofAll(List<?> values, String name) {
        List<?> present = values.stream().filter(Objects::nonNull).toList();
        if (present.size() <= 1) {
            return of(present.isEmpty() ? null : present.getFirst(), name);
        }
        if (present.stream().allMatch(value -> plain(value) instanceof List)) {
            return ofList(
                    present.stream()
                            .flatMap(list -> ((List<?>) plain(list)).stream())
                            .toList(),
                    name);
        }
        List<Map<?, ?>> objects = objects(present);
        return objects.size() < present.size() ? Optional.of(common(present, name)) : together(objects, name);
    }

    /** Objects that say the same kind of thing. */
    private Optional<Guess> together(List<Map<?, ?>> objects, String name) {
        if (objects.stream().allMatch(TypeGuess::isPhone)) {
            return Optional.of(Guess.one(DataType.PHONE_NUMBER));
        }
        return objects.stream().allMatch(object -> object.keySet().equals(GEO))
                ? Optional.of(Guess.one(DataType.GEO_COORDINATES))
                : nested(objects, name);
    }

    private static boolean isPhone(Map<?, ?> object) {
        return object.containsKey("input") && PHONE.containsAll(object.keySet());
    }

    /** An object that has what any of some has. */
    private Optional<Guess> nested(List<Map<?, ?>> objects, String name) {
        Map<String, List<Object>> values = new LinkedHashMap<>();
        for (Map<?, ?> object : objects) {
            object.forEach((key, value) -> values.computeIfAbsent(key.toString(), _ -> new ArrayList<>())
                    .add(value));
        }
        Map<String, Guess> nested = new LinkedHashMap<>();
        values.forEach((key, all) -> ofAll(all, name + "." + key).ifPresent(guess -> nested.put(key, guess)));
        return nested.isEmpty() ? Optional.empty() : Optional.of(new Guess(DataType.OBJECT, false, nested, List.of()));
    }

    private static List<Map<?, ?>> objects(List<?> values) {
        List<Map<?, ?>> objects = new ArrayList<>();
        values.forEach(value -> {
            if (plain(value) instanceof Map<?, ?> object) {
                objects.add(object);
            }
        });
        return objects;
    }

    private Guess references(List<Map<?, ?>> objects, String name) {
        return Guess.references(objects.stream()
                .map(object -> target(plain(object.get("beacon")), name))
                .distinct()
                .toList());
    }

    private String target(Object beacon, String name) {
        if (!(beacon instanceof String text)) {
            throw new Invalid("Property %s must have a beacon as text in each of its references.".formatted(name));
        }
        Beacons.Given given = Beacons.read(text);
        return given.collection()
                .or(() -> homes.apply(given.id()))
                .orElseThrow(() -> new Invalid(
                        ("Property %s is new: its beacons must name the collection that it is to point to, or an object"
                                        + " that is there.")
                                .formatted(name)));
    }
}
