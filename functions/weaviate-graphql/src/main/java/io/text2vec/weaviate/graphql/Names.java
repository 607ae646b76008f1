package io.text2vec.weaviate.graphql;

import java.util.Set;

/** The names of types. */
final class Names {
    private static final Set<String> SCALARS = Set.of("String", "Int", "Float", "Boolean", "ID");
    private static final String RESERVED = "__";

    private Names() {}

    /** The type of a collection's objects: its name, unless a scalar has that. */
    static String type(String collection) {
        return SCALARS.contains(collection) ? "_" + collection : collection;
    }

    /** The type of something in an object; different for each collection and path. */
    static String nested(String collection, String path) {
        return "_Object" + collection.length() + "_" + collection + "_" + path;
    }

    /** What a reference property leads to; different for each collection and property. */
    static String union(String collection, String property) {
        return "_Reference" + collection.length() + "_" + collection + "_" + property;
    }

    /** Whether it can be a field: GraphQL keeps names that begin with two underscores to itself. */
    static boolean isField(String property) {
        return !property.startsWith(RESERVED);
    }
}
