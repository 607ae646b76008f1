package io.text2vec.collections.object;

import io.text2vec.collections.CollectionException.Invalid;
import io.text2vec.collections.schema.Names;
import io.text2vec.collections.schema.Property;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads one value by its property. */
final class ValueReader {
    private ValueReader() {}

    /**
     * @param raw not null
     * @param where the property's path, for messages
     * @return null if there is nothing to store
     */
    static Value read(Property property, Object raw, String where) {
        return switch (property.type().of()) {
            case REFERENCE -> ReferenceReader.read(property, Raw.unwrap(raw), where);
            default ->
                property.type().many() ? list(property, Raw.unwrap(raw), where) : one(property, Raw.unwrap(raw), where);
        };
    }

    private static Value list(Property property, Object raw, String where) {
        if (!(raw instanceof List<?> elements)) {
            throw mistyped(where, "a list", raw);
        }
        List<Value> values = new ArrayList<>(elements.size());
        for (Object element : elements) {
            values.add(one(property, Raw.unwrap(element), where));
        }
        return new Value.Many(values);
    }

    private static Value one(Property property, Object raw, String where) {
        return switch (property.type().of()) {
            case TEXT -> new Value.Text(text(raw, "a text", where));
            case INT -> new Value.Int(Numbers.whole(raw, where));
            case NUMBER -> new Value.Number(Numbers.number(raw, where));
            case BOOLEAN -> {
                if (!(raw instanceof Boolean flag)) {
                    throw mistyped(where, "true or false", raw);
                }
                yield new Value.Bool(flag);
            }
            case DATE -> date(raw, where);
            case UUID -> uuid(raw, where);
            case BLOB -> blob(raw, where);
            case GEO_COORDINATES -> Geo.read(raw, where);
            case PHONE_NUMBER -> Phones.read(raw, where);
            case OBJECT -> object(property, raw, where);
            case REFERENCE -> throw new IllegalStateException("references are no single value");
        };
    }

    static String text(Object raw, String expected, String where) {
        if (!(raw instanceof String text)) {
            throw mistyped(where, expected, raw);
        }
        return text;
    }

    private static Value date(Object raw, String where) {
        if (raw instanceof Value.Date date) {
            return date;
        }
        String text = text(raw, "an RFC 3339 date as text", where);
        return new Value.Date(DateText.read(text)
                .orElseThrow(() -> new Invalid("Property %s must be an RFC 3339 date with an offset, such as %s."
                        .formatted(where, "2020-01-31T12:00:00Z"))));
    }

    private static Value uuid(Object raw, String where) {
        if (raw instanceof Value.Uuid uuid) {
            return uuid;
        }
        String text = text(raw, "a uuid as text", where);
        return new Value.Uuid(UuidText.read(text)
                .orElseThrow(() -> new Invalid("Property %s must be a uuid of 36 characters.".formatted(where))));
    }

    private static Value blob(Object raw, String where) {
        String text = text(raw, "Base64 as text", where);
        try {
            if (text.length() % 4 == 0) { // the decoder would take a text without its padding
                Base64.getDecoder().decode(text);
                return new Value.Blob(text);
            }
        } catch (IllegalArgumentException notBase64) {
            // told below
        }
        throw new Invalid("Property %s must be Base64, with padding.".formatted(where));
    }

    private static Value object(Property property, Object raw, String where) {
        if (!(raw instanceof Map<?, ?> object)) {
            throw mistyped(where, "an object", raw);
        }
        Map<String, Value> values = new LinkedHashMap<>();
        object.forEach((key, value) -> {
            if (value != null) {
                Property nested = nested(property, key.toString(), where);
                values.put(nested.name(), read(nested, value, where + "." + nested.name()));
            }
        });
        return new Value.Nested(values);
    }

    private static Property nested(Property property, String name, String where) {
        for (Property nested : property.nested()) {
            if (nested.name().equals(name)) {
                return nested;
            }
        }
        throw new Invalid("Property %s has no nested property %s, and auto-schema didn't make it."
                .formatted(where, Names.shortened(name)));
    }

    static Invalid mistyped(String where, String expected, Object raw) {
        return new Invalid("Property %s must be %s; %s came.".formatted(where, expected, Raw.kind(raw)));
    }
}
