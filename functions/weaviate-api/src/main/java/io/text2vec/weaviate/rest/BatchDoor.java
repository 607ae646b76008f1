package io.text2vec.weaviate.rest;

import static io.vertx.core.http.HttpMethod.DELETE;
import static io.vertx.core.http.HttpMethod.POST;

import io.text2vec.collections.CollectionException.Invalid;
import io.text2vec.weaviate.rest.Routes.Right;
import io.text2vec.web.Refusal;
import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/** {@code /v1/batch/objects}: many objects in one request. */
@Singleton
final class BatchDoor {
    private static final String PATH = "/v1/batch/objects";
    private static final String EXAMPLE = "{\"objects\":[{\"class\":\"Film\",\"properties\":{\"title\":\"Jaws\"}}]}";

    private final BatchImport imports;
    private final BatchDeletion deletions;
    private final Routes routes;

    BatchDoor(BatchImport imports, BatchDeletion deletions, Routes routes) {
        this.imports = imports;
        this.deletions = deletions;
        this.routes = routes;
    }

    void mount(@Observes Router router) {
        routes.mount(router, PATH, Right.WRITE, Map.of(POST, this::importAll, DELETE, this::delete));
        routes.refuseOthers(router, PATH, POST, DELETE);
    }

    private Reply importAll(Call call) {
        call.checkConsistency();
        return Reply.ok(imports.answer(objects(call.object(EXAMPLE))));
    }

    private Reply delete(Call call) {
        call.checkConsistency();
        return Reply.ok(deletions.answer(call.object(BatchDeletion.EXAMPLE), call.tenant()));
    }

    @SuppressWarnings("unchecked") // JSON's names are texts
    private static List<Map<String, Object>> objects(Map<String, Object> body) {
        if (!(body.get("objects") instanceof List<?> all) || all.isEmpty()) {
            throw new Invalid("objects must be a list of at least one object: send " + EXAMPLE + ".");
        }
        if (!all.stream().allMatch(Map.class::isInstance)) {
            throw Refusal.malformed("objects must be a list of objects.");
        }
        return (List<Map<String, Object>>) all;
    }
}
