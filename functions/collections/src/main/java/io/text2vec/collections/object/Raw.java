package io.text2vec.collections.object;

import java.util.List;
import java.util.Map;

/** Values as they come, before the schema has a say. */
final class Raw {
    private Raw() {}

    /** A value that a door typed already, as JSON has it, where JSON has its type. */
    static Object unwrap(Object raw) {
        return switch (raw) {
            case null -> null;
            case Value.Text text -> text.text();
            case Value.Int whole -> whole.value();
            case Value.Number number -> number.value();
            case Value.Bool bool -> bool.value();
            case Value.Blob blob -> blob.base64();
            case Value.Many many -> many.all();
            case Value.Nested nested -> nested.properties();
            case Integer whole -> whole.longValue();
            case Float number -> number.doubleValue();
            default -> raw;
        };
    }

    /** What a value is, for messages that must not show it. */
    static String kind(Object raw) {
        return switch (raw) {
            case null -> "null";
            case String _ -> "a text";
            case Boolean _ -> "true or false";
            case Number _ -> "a number";
            case List<?> _ -> "a list";
            case Map<?, ?> _ -> "an object";
            case Value.Date _ -> "a date";
            case Value.Uuid _ -> "a uuid";
            case Value.Geo _ -> "coordinates";
            case Value.Phone _ -> "a phone number";
            case Value.References _ -> "references";
            default -> "another value";
        };
    }
}
