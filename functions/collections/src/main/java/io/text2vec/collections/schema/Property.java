package io.text2vec.collections.schema;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A property of a collection.
 *
 * @param tokenization present exactly for text and text[]
 * @param nested of object and object[]; empty elsewhere
 * @param moduleConfig by module, as clients read it back, defaults filled in
 */
public record Property(
        String name,
        Optional<String> description,
        PropertyType type,
        boolean filterable,
        boolean searchable,
        boolean rangeFilters,
        Optional<Tokenization> tokenization,
        List<Property> nested,
        Map<String, Object> moduleConfig) {

    public Property {
        nested = List.copyOf(nested);
    }

    Property withNested(List<Property> others) {
        return new Property(
                name, description, type, filterable, searchable, rangeFilters, tokenization, others, moduleConfig);
    }
}
