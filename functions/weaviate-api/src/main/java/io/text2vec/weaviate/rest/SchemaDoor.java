package io.text2vec.weaviate.rest;

import static io.vertx.core.http.HttpMethod.DELETE;
import static io.vertx.core.http.HttpMethod.GET;
import static io.vertx.core.http.HttpMethod.POST;
import static io.vertx.core.http.HttpMethod.PUT;

import io.text2vec.collections.CollectionException.Invalid;
import io.text2vec.collections.schema.CollectionDef;
import io.text2vec.collections.schema.Schema;
import io.text2vec.weaviate.rest.Routes.Right;
import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Map;

/** {@code /v1/schema}: collections and their properties. */
@Singleton
final class SchemaDoor {
    private static final String ALL = "/v1/schema";
    private static final String ONE = ALL + "/:class";
    private static final String PROPERTIES = ONE + "/properties";

    private final Schema schema;
    private final Routes routes;

    SchemaDoor(Schema schema, Routes routes) {
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
        routes.mount(router, PROPERTIES, Right.WRITE, Map.of(POST, this::addProperty));
        routes.refuseOthers(router, PROPERTIES, POST);
    }

    private Reply all(Call call) {
        return Reply.ok(
                Map.of("classes", schema.all().stream().map(schema::json).toList()));
    }

    private Reply create(Call call) {
        return Reply.ok(schema.json(schema.create(call.object("{\"class\":\"Film\"}"))));
    }

    private Reply one(Call call) {
        return Reply.ok(schema.json(named(call)));
    }

    private Reply update(Call call) {
        return Reply.ok(schema.json(schema.update(call.part("class"), call.object("the whole class"))));
    }

    private Reply delete(Call call) {
        schema.delete(call.part("class"));
        return Reply.empty(200);
    }

    private Reply addProperty(Call call) {
        if (schema.find(call.part("class")).isEmpty()) {
            throw new Invalid("There is no collection " + call.part("class") + " to add a property to.");
        }
        return Reply.ok(schema.json(
                schema.addProperty(call.part("class"), call.object("{\"name\":\"title\",\"dataType\":[\"text\"]}"))));
    }

    private CollectionDef named(Call call) {
        return schema.get(call.part("class"));
    }
}
