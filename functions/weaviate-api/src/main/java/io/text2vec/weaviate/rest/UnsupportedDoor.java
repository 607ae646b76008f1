package io.text2vec.weaviate.rest;

import io.text2vec.collections.CollectionException.Unsupported;
import io.text2vec.weaviate.rest.Routes.Door;
import io.text2vec.weaviate.rest.Routes.Right;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/** What Weaviate has and this does not: 501 with a sentence that names it. */
@Singleton
final class UnsupportedDoor {
    private static final List<HttpMethod> METHODS = List.of(
            HttpMethod.GET, HttpMethod.HEAD, HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE);
    private static final Map<String, List<String>> PATHS = Map.ofEntries(
            Map.entry(
                    "Dropping the index of a property", List.of("/v1/schema/:class/properties/:property/index/:index")),
            Map.entry("Dropping the index of a vector", List.of("/v1/schema/:class/vectors/:vector/index")),
            Map.entry(
                    "The path of an object's references without its class",
                    List.of("/v1/objects/:id/references/:property")),
            Map.entry("Cluster statistics", List.of("/v1/cluster/statistics")),
            Map.entry("Roles and users", List.of("/v1/authz/*", "/v1/users/*")),
            Map.entry("Backups", List.of("/v1/backups/*")),
            Map.entry("Replication", List.of("/v1/replication/*")),
            Map.entry("Classification", List.of("/v1/classifications/*")),
            Map.entry("Exports", List.of("/v1/export/*")),
            Map.entry("grpc-web", List.of("/v1/grpc-web/*")));

    private final Routes routes;

    UnsupportedDoor(Routes routes) {
        this.routes = routes;
    }

    void mount(@Observes Router router) {
        PATHS.forEach((feature, paths) -> paths.forEach(path -> refuse(routes, router, feature, path)));
    }

    static void refuse(Routes routes, Router router, String feature, String path) {
        METHODS.forEach(method -> routes.mount(router, path, Right.KNOWN, Map.of(method, refusing(feature))));
    }

    private static Door refusing(String feature) {
        return call -> {
            throw new Unsupported(feature + ": not supported yet.");
        };
    }
}
