package io.text2vec.weaviate.rest;

import static io.vertx.core.http.HttpMethod.DELETE;
import static io.vertx.core.http.HttpMethod.GET;
import static io.vertx.core.http.HttpMethod.POST;
import static io.vertx.core.http.HttpMethod.PUT;

import io.text2vec.collections.CollectionException.NotFound;
import io.text2vec.collections.schema.Aliases;
import io.text2vec.collections.schema.Aliases.Alias;
import io.text2vec.collections.schema.Names;
import io.text2vec.collections.schema.Schema;
import io.text2vec.weaviate.rest.Routes.Right;
import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code /v1/aliases}: other names of collections. */
@Singleton
final class AliasesDoor {
    private static final String ALL = "/v1/aliases";
    private static final String ONE = ALL + "/:alias";
    private static final String EXAMPLE = "{\"alias\":\"Movie\",\"class\":\"Film\"}";

    private final Schema schema;
    private final Routes routes;

    AliasesDoor(Schema schema, Routes routes) {
        this.schema = schema;
        this.routes = routes;
    }

    void mount(@Observes Router router) {
        routes.mount(router, ALL, Right.READ, Map.of(GET, this::all));
        routes.mount(router, ALL, Right.WRITE, Map.of(POST, this::create));
        routes.refuseOthers(router, ALL, GET, POST);
        routes.mount(router, ONE, Right.READ, Map.of(GET, this::one));
        routes.mount(router, ONE, Right.WRITE, Map.of(PUT, this::update, DELETE, this::delete));
        routes.refuseOthers(router, ONE, GET, PUT, DELETE);
    }

    private Reply all(Call call) {
        Optional<String> wanted = call.parameter("class").map(Names::collection);
        List<Map<String, Object>> found = aliases().all().entrySet().stream()
                .filter(alias -> wanted.isEmpty() || wanted.get().equals(alias.getValue()))
                .map(alias -> json(new Alias(alias.getKey(), alias.getValue())))
                .toList();
        return Reply.ok(Map.of("aliases", found));
    }

    private Reply create(Call call) {
        Map<String, Object> body = call.object(EXAMPLE);
        return Reply.ok(json(aliases()
                .create(
                        Call.needed(Call.text(body, "alias"), "alias"),
                        Call.needed(Call.text(body, "class"), "class"))));
    }

    private Reply one(Call call) {
        String name = Names.collection(call.part("alias"));
        return Reply.ok(aliases()
                .find(name)
                .map(target -> json(new Alias(name, target)))
                .orElseThrow(() -> new NotFound("There is no alias " + name + ".")));
    }

    private Reply update(Call call) {
        String target = Call.needed(Call.text(call.object("{\"class\":\"Film\"}"), "class"), "class");
        return Reply.ok(json(aliases().update(call.part("alias"), target)));
    }

    private Reply delete(Call call) {
        aliases().delete(call.part("alias"));
        return Reply.empty(204);
    }

    private Aliases aliases() {
        return schema.aliases();
    }

    private static Map<String, Object> json(Alias alias) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("alias", alias.name());
        json.put("class", alias.collection());
        return json;
    }
}
