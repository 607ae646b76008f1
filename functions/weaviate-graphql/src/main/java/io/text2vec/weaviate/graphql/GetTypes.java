package io.text2vec.weaviate.graphql;

import io.text2vec.collections.schema.CollectionDef;
import io.text2vec.collections.schema.Property;
import io.text2vec.collections.schema.VectorDef;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What {@code Get} has of a collection: its objects, and what is told beside their properties. */
final class GetTypes {
    private GetTypes() {}

    static String field(CollectionDef collection) {
        return "  %s(%s): [%s]\n".formatted(collection.name(), arguments(collection), Names.type(collection.name()));
    }

    private static String arguments(CollectionDef collection) {
        return "where: _Where limit: Int offset: Int after: String autocut: Int sort: [_Sort] groupBy: _GroupBy"
                + " tenant: String consistencyLevel: _Consistency nearVector: _NearVector nearObject: _NearObject"
                + nearText(collection) + " bm25: _Bm25 hybrid: _Hybrid";
    }

    /** Only where texts become vectors. */
    static String nearText(CollectionDef collection) {
        return collection.vectors().values().stream()
                        .anyMatch(vector -> vector.vectorizer().vectorizes())
                ? " nearText: _NearText"
                : "";
    }

    /** @param collections the names of all */
    static void write(CollectionDef collection, Set<String> collections, StringBuilder to) {
        String name = collection.name();
        String properties = properties(name, "", collection.properties(), to)
                + references(name, collection.properties(), collections, to);
        to.append("type %s {\n%s  _additional: _Additional_%s\n}\n".formatted(Names.type(name), properties, name));
        to.append("type _Hit_%s {\n%s  _additional: _HitAdditional\n}\n".formatted(name, properties));
        to.append(
                "type _Group_%s { id: Int groupedBy: _GroupedBy count: Int minDistance: Float maxDistance: Float hits: [_Hit_%s] }\n"
                        .formatted(name, name));
        String vectors = vectors(collection);
        if (!vectors.isEmpty()) {
            to.append("type _Vectors_%s {\n%s}\n".formatted(name, vectors));
        }
        to.append(
                "type _Additional_%s { id: String vector: [Float]%s distance: Float certainty: Float creationTimeUnix: String lastUpdateTimeUnix: String score: String explainScore: String isConsistent: Boolean group: _Group_%s }\n"
                        .formatted(name, vectors.isEmpty() ? "" : " vectors: _Vectors_" + name, name));
    }

    private static String vectors(CollectionDef collection) {
        return collection.vectors().values().stream()
                .map(VectorDef::name)
                .filter(vector -> collection.namedVectors() && Names.isField(vector))
                .map("  %s: [Float]\n"::formatted)
                .collect(Collectors.joining());
    }

    private static String properties(String collection, String path, List<Property> properties, StringBuilder types) {
        StringBuilder fields = new StringBuilder();
        for (Property property : properties) {
            if (Names.isField(property.name())) {
                type(collection, path + property.name(), property, types)
                        .ifPresent(type -> fields.append("  %s: %s\n"
                                .formatted(property.name(), property.type().many() ? "[" + type + "]" : type)));
            }
        }
        return fields.toString();
    }

    /** Each is a union of the types that it points to. */
    private static String references(
            String collection, List<Property> properties, Set<String> collections, StringBuilder types) {
        StringBuilder fields = new StringBuilder();
        for (Property property : properties) {
            String targets = property.type().targets().stream()
                    .filter(collections::contains)
                    .map(Names::type)
                    .collect(Collectors.joining(" | "));
            if (Names.isField(property.name()) && !targets.isEmpty()) {
                String union = Names.union(collection, property.name());
                types.append("union %s = %s\n".formatted(union, targets));
                fields.append("  %s: [%s]\n".formatted(property.name(), union));
            }
        }
        return fields.toString();
    }

    /** Nothing for references. */
    private static Optional<String> type(String collection, String path, Property property, StringBuilder types) {
        return switch (property.type().of()) {
            case TEXT, DATE, UUID, BLOB -> Optional.of("String");
            case INT -> Optional.of("Int");
            case NUMBER -> Optional.of("Float");
            case BOOLEAN -> Optional.of("Boolean");
            case GEO_COORDINATES -> Optional.of("_Geo");
            case PHONE_NUMBER -> Optional.of("_Phone");
            case REFERENCE -> Optional.empty();
            case OBJECT -> {
                String type = Names.nested(collection, path);
                String fields = properties(collection, path + "__", property.nested(), types);
                if (fields.isEmpty()) {
                    yield Optional.empty();
                }
                types.append("type %s {\n%s}\n".formatted(type, fields));
                yield Optional.of(type);
            }
        };
    }
}
