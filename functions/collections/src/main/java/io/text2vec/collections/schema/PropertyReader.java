package io.text2vec.collections.schema;

import io.text2vec.collections.CollectionException.Invalid;
import io.text2vec.collections.CollectionException.Unsupported;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the properties of a class. */
final class PropertyReader {
    private static final Set<String> TOKENIZATIONS_WITH_DICTIONARY = Set.of("gse", "gse_ch", "kagome_kr", "kagome_ja");

    private final SchemaSettings settings;

    PropertyReader(SchemaSettings settings) {
        this.settings = settings;
    }

    /**
     * @param modules that make vectors of the collection
     * @param base the properties that there are; what is not given stays as these have it
     */
    List<Property> readAll(List<Fields> all, Set<String> modules, List<Property> base) {
        List<Property> properties = new ArrayList<>();
        for (Fields given : all) {
            String name = NameRules.property(name(given));
            properties.add(read(
                    given,
                    modules,
                    base.stream().filter(stored -> stored.name().equals(name)).findFirst()));
        }
        refuseTwins(properties);
        return properties;
    }

    Property read(Fields given, Set<String> modules, Optional<Property> base) {
        String name = NameRules.property(name(given));
        Fields named = new Fields("Property " + name, given.tree());
        return read(named, name, base, moduleConfig(named, modules, base));
    }

    /** Names that differ in case alone are alike. */
    static void refuseTwins(List<Property> properties) {
        Set<String> names = new HashSet<>();
        for (Property property : properties) {
            if (!names.add(property.name().toLowerCase(Locale.ROOT))) {
                throw new Invalid(
                        "Property %s is there already, whose name may differ in case.".formatted(property.name()));
            }
        }
    }

    private Property read(Fields given, String name, Optional<Property> base, Map<String, Object> moduleConfig) {
        TextAnalyzer.refuse(given);
        PropertyType type = TypeReader.read(given);
        boolean text = type.of() == DataType.TEXT;
        Optional<Boolean> inverted = inverted(given);
        return new Property(
                name,
                given.text("description")
                        .or(() -> base.flatMap(Property::description))
                        .filter(some -> !some.isEmpty()),
                type,
                given.flag("indexFilterable")
                        .or(() -> inverted)
                        .or(() -> base.map(Property::filterable))
                        .orElse(true),
                only(text, given, "indexSearchable", "text and text[]")
                        .or(() -> inverted.map(wanted -> wanted && text))
                        .or(() -> base.map(Property::searchable))
                        .orElse(text),
                only(ranges(type), given, "indexRangeFilters", "int, number and date")
                        .or(() -> base.map(Property::rangeFilters))
                        .orElse(false),
                tokenization(given, text, base),
                nested(given, type),
                moduleConfig);
    }

    private static String name(Fields given) {
        return given.text("name").orElseThrow(() -> new Invalid(given.path("name") + " is missing."));
    }

    /** What {@code indexInverted} of old says about the two that replaced it. */
    private static Optional<Boolean> inverted(Fields given) {
        if (given.has("indexInverted") && (given.has("indexFilterable") || given.has("indexSearchable"))) {
            throw new Invalid(given.path("indexInverted")
                    + " is the old word for indexFilterable and indexSearchable; give either it or these.");
        }
        return given.flag("indexInverted");
    }

    private static boolean ranges(PropertyType type) {
        return switch (type.of()) {
            case INT, NUMBER, DATE -> !type.many();
            default -> false;
        };
    }

    private static Optional<Boolean> only(boolean allowed, Fields given, String key, String types) {
        Optional<Boolean> flag = given.flag(key);
        if (!allowed && flag.orElse(false)) {
            throw new Invalid("%s may be true for %s only.".formatted(given.path(key), types));
        }
        return flag;
    }

    private Optional<Tokenization> tokenization(Fields given, boolean text, Optional<Property> base) {
        Optional<String> word = given.word("tokenization");
        if (!text) {
            if (word.isPresent()) {
                throw new Invalid(given.path("tokenization") + " is for text and text[] only.");
            }
            return Optional.empty();
        }
        Optional<Tokenization> known = tokenization(given);
        if (TypeReader.oldText(given)) {
            return Optional.of(
                    known.orElse(Tokenization.WORD) == Tokenization.FIELD
                            ? Tokenization.FIELD
                            : Tokenization.WHITESPACE);
        }
        return known.or(() -> base.flatMap(Property::tokenization)).or(() -> Optional.of(settings.tokenization()));
    }

    /** The tokenization that is named, if one is. */
    static Optional<Tokenization> tokenization(Fields given) {
        Optional<String> word = given.word("tokenization");
        if (word.filter(TOKENIZATIONS_WITH_DICTIONARY::contains).isPresent()) {
            throw new Unsupported(
                    "%s %s needs a dictionary that is not there.".formatted(given.path("tokenization"), word.get()));
        }
        return word.map(
                wanted -> Words.read(Tokenization.values(), Tokenization::word, wanted, given.path("tokenization")));
    }

    /** A property of an object property. */
    Property readNested(Fields given) {
        String name = NameRules.nested(name(given));
        Fields named = new Fields("Nested property " + name, given.tree());
        Property property = read(named, name, Optional.empty(), Map.of());
        if (property.type().of() == DataType.REFERENCE) {
            throw new Invalid(named.where() + " can't be a reference: it is within an object.");
        }
        return property;
    }

    private List<Property> nested(Fields given, PropertyType type) {
        List<Fields> all = given.objects("nestedProperties");
        if ((type.of() == DataType.OBJECT) == all.isEmpty()) {
            throw new Invalid(
                    given.path("nestedProperties") + " must be there for object and object[], and for no other type.");
        }
        List<Property> properties = new ArrayList<>();
        all.forEach(one -> properties.add(readNested(one)));
        if (properties.stream().map(Property::name).distinct().count() < properties.size()) {
            throw new Invalid(given.path("nestedProperties") + " must have different names.");
        }
        return properties;
    }

    private static Map<String, Object> moduleConfig(Fields given, Set<String> modules, Optional<Property> base) {
        Fields config = given.object("moduleConfig");
        Map<String, Object> all =
                new LinkedHashMap<>(base.map(Property::moduleConfig).orElse(Map.of()));
        all.putAll(config.tree());
        for (String module : modules) {
            Fields stored =
                    new Fields(config.where(), base.map(Property::moduleConfig).orElse(Map.of()));
            Map<String, Object> filled = JsonTree.over(
                    JsonTree.over(PropertyText.DEFAULTS, stored.object(module).tree()),
                    config.object(module).tree());
            PropertyText.read(new Fields(config.path(module), filled));
            all.put(module, filled);
        }
        return all.isEmpty() ? Map.of() : JsonTree.copy(all);
    }
}
