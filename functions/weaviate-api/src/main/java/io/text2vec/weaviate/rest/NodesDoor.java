package io.text2vec.weaviate.rest;

import static io.vertx.core.http.HttpMethod.GET;

import io.text2vec.collections.engine.Engine.Shard;
import io.text2vec.collections.schema.CollectionDef;
import io.text2vec.collections.schema.Schema;
import io.text2vec.collections.schema.VectorDef;
import io.text2vec.weaviate.Version;
import io.text2vec.weaviate.rest.Routes.Right;
import io.text2vec.web.Readiness;
import io.text2vec.web.Refusal;
import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code /v1/nodes}: the one node, and with {@code output=verbose} its shards. */
@Singleton
final class NodesDoor {
    private static final String ALL = "/v1/nodes";
    private static final String ONE = ALL + "/:class";
    private static final String NODE = "node1";

    private final Schema schema;
    private final Routes routes;
    private final Readiness readiness;

    NodesDoor(Schema schema, Routes routes, Readiness readiness) {
        this.schema = schema;
        this.routes = routes;
        this.readiness = readiness;
    }

    void mount(@Observes Router router) {
        routes.mount(router, ALL, Right.READ, Map.of(GET, this::ofAll));
        routes.refuseOthers(router, ALL, GET);
        routes.mount(router, ONE, Right.READ, Map.of(GET, this::ofClass));
        routes.refuseOthers(router, ONE, GET);
    }

    /** Clients whose stream has ended ask here whether they may come again, so it is told while that isn't so. */
    private Reply ofAll(Call call) {
        return readiness.ready() ? answer(call, schema.all()) : reply(node("UNAVAILABLE"));
    }

    private Reply ofClass(Call call) {
        return answer(call, List.of(schema.get(call.part("class"))));
    }

    private Reply answer(Call call, Collection<CollectionDef> collections) {
        boolean verbose = isVerbose(call);
        Map<String, Object> node = node("HEALTHY");
        if (verbose) {
            addShards(node, collections);
        }
        return reply(node);
    }

    private static Map<String, Object> node(String status) {
        Map<String, Object> node = new LinkedHashMap<>();
        node.put("name", NODE);
        node.put("status", status);
        node.put("version", Version.REPORTED);
        node.put("gitHash", "");
        node.put("batchStats", Map.of("queueLength", 0L, "ratePerSecond", 0L)); // a write is done when acknowledged
        node.put("shards", null);
        return node;
    }

    private static Reply reply(Map<String, Object> node) {
        return Reply.ok(Map.of("nodes", List.of(node)));
    }

    private static boolean isVerbose(Call call) {
        String output = call.parameter("output").orElse("minimal");
        if (!output.equals("minimal") && !output.equals("verbose")) {
            throw Refusal.unprocessable("The parameter output takes minimal and verbose.");
        }
        return output.equals("verbose");
    }

    private void addShards(Map<String, Object> node, Collection<CollectionDef> collections) {
        List<Map<String, Object>> shards = collections.stream()
                .flatMap(each -> schema.shards(each.name()).stream().map(shard -> json(each, shard)))
                .toList();
        long objects = shards.stream()
                .mapToLong(shard -> (long) shard.get("objectCount"))
                .sum();
        node.put("stats", Map.of("objectCount", objects, "shardCount", (long) shards.size()));
        node.put("shards", shards);
    }

    private static Map<String, Object> json(CollectionDef collection, Shard shard) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", shard.name());
        json.put("class", collection.name());
        json.put("objectCount", shard.objects());
        json.put("vectorIndexingStatus", shard.readOnly() ? "READONLY" : "READY");
        json.put("vectorQueueLength", 0L);
        json.put("compressed", collection.vectors().values().stream().anyMatch(NodesDoor::isQuantised));
        json.put("loaded", shard.open());
        return json;
    }

    private static boolean isQuantised(VectorDef vector) {
        return vector.index().quantised();
    }
}
