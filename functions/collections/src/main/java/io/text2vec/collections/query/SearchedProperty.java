package io.text2vec.collections.query;

import io.text2vec.collections.CollectionException.Invalid;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A property that keywords are looked for in; its share of the score is multiplied by {@code boost}. */
public record SearchedProperty(String name, float boost) {

    /**
     * Reads names with boosts, such as {@code title^2}; one that is named twice counts once, with its last boost.
     *
     * @throws Invalid if a boost is no number
     */
    public static List<SearchedProperty> read(List<String> names) {
        Map<String, SearchedProperty> properties = new LinkedHashMap<>();
        for (String name : names) {
            SearchedProperty property = read(name);
            properties.put(property.name(), property);
        }
        return List.copyOf(properties.values());
    }

    private static SearchedProperty read(String text) {
        int hat = text.indexOf('^');
        if (hat < 0) {
            return new SearchedProperty(text, 1);
        }
        try {
            float boost = Float.parseFloat(text.substring(hat + 1));
            if (Float.isFinite(boost)) {
                return new SearchedProperty(text.substring(0, hat), boost);
            }
        } catch (NumberFormatException notOne) {
            // told below
        }
        throw new Invalid("What stands behind ^ in a searched property must be a number, such as title^2.");
    }
}
