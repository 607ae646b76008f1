package io.text2vec.collections.schema;

import java.util.List;

/**
 * The type of a property.
 *
 * @param many whether it is a list of them; references are always a list and say false
 * @param targets collections that a reference may point to; empty for every other type
 */
public record PropertyType(DataType of, boolean many, List<String> targets) {

    public PropertyType {
        targets = List.copyOf(targets);
    }

    public static PropertyType one(DataType type) {
        return new PropertyType(type, false, List.of());
    }

    public static PropertyType many(DataType type) {
        return new PropertyType(type, true, List.of());
    }

    public static PropertyType reference(List<String> targets) {
        return new PropertyType(DataType.REFERENCE, false, targets);
    }

    /** As in the class JSON; of a reference, which has no word there, empty. */
    public String word() {
        return of.word() + (many ? "[]" : "");
    }
}
