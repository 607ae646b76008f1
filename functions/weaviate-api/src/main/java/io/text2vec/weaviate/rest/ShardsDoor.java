package io.text2vec.weaviate.rest;

import static io.vertx.core.http.HttpMethod.GET;
import static io.vertx.core.http.HttpMethod.PUT;

import io.text2vec.collections.CollectionException.Invalid;
import io.text2vec.collections.CollectionException.NotFound;
import io.text2vec.collections.engine.Engine.Shard;
import io.text2vec.collections.schema.Schema;
import io.text2vec.weaviate.rest.Routes.Right;
import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** {@code /v1/schema/<class>/shards}: the parts of a collection, and whether they take writes. */
@Singleton
final class ShardsDoor {
    private static final String ALL = "/v1/schema/:class/shards";
    private static final String ONE = ALL + "/:shard";
    private static final String READY = "READY";
    private static final String READ_ONLY = "READONLY";

    private final Schema schema;
    private final Routes routes;

    ShardsDoor(Schema schema, Routes routes) {
        this.schema = schema;
        this.routes = routes;
    }

    void mount(@Observes Router router) {
        routes.mount(router, ALL, Right.READ, Map.of(GET, this::all));
        routes.refuseOthers(router, ALL, GET);
        routes.mount(router, ONE, Right.WRITE, Map.of(PUT, this::set));
        routes.refuseOthers(router, ONE, PUT);
    }

    private Reply all(Call call) {
        Optional<String> tenant = call.tenant();
        try {
            return Reply.ok(schema.shards(schema.get(call.part("class")).name()).stream()
                    .filter(shard -> tenant.isEmpty() || tenant.get().equals(shard.name()))
                    .map(ShardsDoor::json)
                    .toList());
        } catch (NotFound notThere) {
            throw Call.notFound(notThere.getMessage()); // the one 404 with a body
        }
    }

    /** Indexing is done when a write is acknowledged, so nothing ever queues. */
    private static Map<String, Object> json(Shard shard) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", shard.name());
        json.put("status", shard.readOnly() ? READ_ONLY : READY);
        json.put("vectorQueueSize", 0L);
        return json;
    }

    private Reply set(Call call) {
        String status =
                Call.text(call.object("{\"status\":\"READY\"}"), "status").orElse("");
        if (!status.equals(READY) && !status.equals(READ_ONLY)) {
            throw new Invalid("status must be READY or READONLY.");
        }
        schema.setReadOnly(call.part("class"), call.part("shard"), status.equals(READ_ONLY));
        return Reply.ok(Map.of("status", status));
    }
}
