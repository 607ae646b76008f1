package io.text2vec.collections.schema;

import java.util.Map;

/**
 * What a property's module settings say about its part in a text.
 *
 * @param skip whether its values are left out
 * @param vectorizePropertyName whether its name stands before each of its values
 */
public record PropertyText(boolean skip, boolean vectorizePropertyName) {
    static final Map<String, Object> DEFAULTS = Map.of("skip", false, "vectorizePropertyName", false);

    public static PropertyText of(Property property) {
        return read(new Fields("moduleConfig", property.moduleConfig()).object(Vectorizer.TRANSFORMERS));
    }

    static PropertyText read(Fields given) {
        return new PropertyText(
                given.flag("skip").orElse(false),
                given.flag("vectorizePropertyName").orElse(false));
    }
}
