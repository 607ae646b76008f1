package io.text2vec.collections.schema;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes the JSON of a property. */
final class PropertyJson {
    private PropertyJson() {}

    static Map<String, Object> write(Property property) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", property.name());
        property.description().ifPresent(text -> json.put("description", text));
        json.put("dataType", dataType(property.type()));
        json.put("indexFilterable", property.filterable());
        json.put("indexSearchable", property.searchable());
        json.put("indexRangeFilters", property.rangeFilters());
        property.tokenization().ifPresent(tokenization -> json.put("tokenization", tokenization.word()));
        if (!property.nested().isEmpty()) {
            json.put(
                    "nestedProperties",
                    property.nested().stream().map(PropertyJson::write).toList());
        }
        if (!property.moduleConfig().isEmpty()) {
            json.put("moduleConfig", property.moduleConfig());
        }
        return json;
    }

    /** A type as messages and classes have it. */
    static List<String> dataType(PropertyType type) {
        return type.of() == DataType.REFERENCE ? type.targets() : List.of(type.word());
    }
}
