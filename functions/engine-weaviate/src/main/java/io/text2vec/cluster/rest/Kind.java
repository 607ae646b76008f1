package io.text2vec.cluster.rest;

import io.vertx.core.http.HttpMethod;
import java.util.List;
import java.util.Set;

/** What a request does, by its method and path. */
enum Kind {
    /** Reads objects: of the function {@code search}. */
    SEARCH,
    /** Changes objects: of the function {@code import}. */
    IMPORT,
    /** Reads what both functions have. */
    READ,
    /** Changes what both functions have. */
    CHANGE;

    private static final Set<String> OBJECTS = Set.of("objects", "batch");
    private static final Set<String> POSTED_READS = Set.of("graphql", "tokenize");

    static Kind of(HttpMethod method, List<String> path) {
        String first = path.size() > 1 ? path.get(1) : "";
        boolean reads = method == HttpMethod.GET
                || method == HttpMethod.HEAD
                || POSTED_READS.contains(first)
                || path.getLast().equals("validate") && first.equals("objects");
        if (OBJECTS.contains(first)) {
            return reads ? SEARCH : IMPORT;
        }
        if (first.equals("graphql")) {
            return SEARCH;
        }
        return reads ? READ : CHANGE;
    }

    boolean reads() {
        return this == SEARCH || this == READ;
    }
}
