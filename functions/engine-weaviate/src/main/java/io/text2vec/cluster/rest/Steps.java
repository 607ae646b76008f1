package io.text2vec.cluster.rest;

import io.vertx.core.http.HttpMethod;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which requests can't just go through. */
record Steps(SchemaSteps schema, ObjectSteps objects, MetaStep meta, GraphQlStep graphQl) {
    /** First parts of paths, for metrics. */
    static final Set<String> KNOWN = Set.of(
            "schema", "objects", "batch", "graphql", "meta", "nodes", "aliases", "backups", "authz", "users",
            "cluster");

    private static final int FIRST = 2;
    private static final int SECOND = 3;
    private static final int THIRD = 4;

    Optional<Step> of(HttpMethod method, List<String> path) {
        return switch (path.get(1)) {
            case "schema" -> Optional.ofNullable(schema(method, path));
            case "objects" -> Optional.ofNullable(objects(method, path));
            case "batch" ->
                method == HttpMethod.POST
                                && path.size() == SECOND
                                && path.get(FIRST).equals("objects")
                        ? Optional.of(objects::batch)
                        : Optional.empty();
            case "meta" -> method == HttpMethod.GET ? Optional.of(meta::answer) : Optional.empty();
            case "graphql" -> method == HttpMethod.POST ? Optional.of(graphQl::answer) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private Step schema(HttpMethod method, List<String> path) {
        return switch (path.size()) {
            case FIRST -> method == HttpMethod.GET ? schema::all : method == HttpMethod.POST ? schema::create : null;
            case SECOND -> method == HttpMethod.GET ? schema::one : method == HttpMethod.PUT ? schema::update : null;
            case THIRD ->
                method == HttpMethod.POST && path.get(SECOND).equals("properties") ? schema::addProperty : null;
            default -> null;
        };
    }

    private Step objects(HttpMethod method, List<String> path) {
        return switch (path.size()) {
            case FIRST -> method == HttpMethod.POST ? objects::whole : null;
            case SECOND, THIRD ->
                method == HttpMethod.PUT ? objects::whole : method == HttpMethod.PATCH ? objects::change : null;
            default -> null;
        };
    }
}
