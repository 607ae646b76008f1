package io.text2vec.weaviate.graphql;

import io.text2vec.collections.schema.CollectionDef;
import io.text2vec.collections.schema.Property;
import java.util.Optional;

/** What {@code Aggregate} has of a collection. */
final class AggregateTypes {
    private AggregateTypes() {}

    static String field(CollectionDef collection) {
        return ("  %s(where: _Where limit: Int objectLimit: Int groupBy: [String!] tenant: String"
                        + " nearVector: _NearVector nearObject: _NearObject%s hybrid: _Hybrid): [_Aggregate_%s]\n")
                .formatted(collection.name(), GetTypes.nearText(collection), collection.name());
    }

    static void write(CollectionDef collection, StringBuilder to) {
        to.append("type _Aggregate_%s {\n  meta: _Meta\n  groupedBy: _GroupedBy\n".formatted(collection.name()));
        for (Property property : collection.properties()) {
            if (Names.isField(property.name())) {
                type(property).ifPresent(type -> to.append("  %s: %s\n".formatted(property.name(), type)));
            }
        }
        to.append("}\n");
    }

    private static Optional<String> type(Property property) {
        return switch (property.type().of()) {
            case INT, NUMBER -> Optional.of("_Numbers");
            case DATE -> Optional.of("_Dates");
            case BOOLEAN -> Optional.of("_Booleans");
            case TEXT -> Optional.of("_Texts");
            case REFERENCE -> Optional.of("_References");
            case UUID, BLOB, GEO_COORDINATES, PHONE_NUMBER, OBJECT -> Optional.empty();
        };
    }
}
