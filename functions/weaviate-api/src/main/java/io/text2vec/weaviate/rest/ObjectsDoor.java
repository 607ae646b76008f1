package io.text2vec.weaviate.rest;

import static io.vertx.core.http.HttpMethod.DELETE;
import static io.vertx.core.http.HttpMethod.GET;
import static io.vertx.core.http.HttpMethod.HEAD;
import static io.vertx.core.http.HttpMethod.PATCH;
import static io.vertx.core.http.HttpMethod.POST;
import static io.vertx.core.http.HttpMethod.PUT;

import io.text2vec.collections.CollectionException.Invalid;
import io.text2vec.collections.CollectionException.NotFound;
import io.text2vec.collections.object.StoredObject;
import io.text2vec.collections.read.Reads;
import io.text2vec.collections.schema.CollectionDef;
import io.text2vec.collections.write.ObjectInput;
import io.text2vec.collections.write.Writes;
import io.text2vec.weaviate.rest.Routes.Right;
import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** {@code /v1/objects}: single objects. */
@Singleton
final class ObjectsDoor {
    private static final String ALL = "/v1/objects";
    private static final String ONE = ALL + "/:class/:id";
    private static final String VALIDATE = ALL + "/validate";
    private static final String WITHOUT_CLASS = ALL + "/:id";
    private static final String EXAMPLE = "{\"class\":\"Film\",\"properties\":{\"title\":\"Jaws\"}}";

    private final Reads reads;
    private final Writes writes;
    private final ObjectList list;
    private final Routes routes;

    ObjectsDoor(Reads reads, Writes writes, ObjectList list, Routes routes) {
        this.reads = reads;
        this.writes = writes;
        this.list = list;
        this.routes = routes;
    }

    void mount(@Observes Router router) {
        routes.mount(router, ALL, Right.READ, Map.of(GET, list::page));
        routes.mount(router, ALL, Right.WRITE, Map.of(POST, this::insert));
        routes.refuseOthers(router, ALL, GET, POST);
        routes.mount(router, VALIDATE, Right.READ, Map.of(POST, this::validate));
        routes.refuseOthers(router, VALIDATE, POST);
        UnsupportedDoor.refuse(
                routes, router, "The path of an object without its class, /v1/objects/{id}", WITHOUT_CLASS);
        routes.mount(router, ONE, Right.READ, Map.of(GET, this::get, HEAD, this::head));
        routes.mount(router, ONE, Right.WRITE, Map.of(PUT, this::replace, PATCH, this::merge, DELETE, this::delete));
        routes.refuseOthers(router, ONE, GET, HEAD, PUT, PATCH, DELETE);
    }

    private Reply insert(Call call) {
        call.checkConsistency();
        ObjectInput input = ObjectBody.read(call.object(EXAMPLE));
        return stored(input.collection(), input.tenant(), writes.insert(input));
    }

    private Reply validate(Call call) {
        writes.validate(ObjectBody.read(call.object(EXAMPLE)));
        return Reply.empty(200);
    }

    private Reply get(Call call) {
        call.checkConsistency();
        boolean vectors = call.includesVector();
        CollectionDef definition = reads.collection(call.part("class"));
        Map<String, Object> json = ObjectBody.write(definition, call.tenant(), find(call), vectors);
        json.put("vectorWeights", null);
        return Reply.ok(json);
    }

    private Reply head(Call call) {
        call.checkConsistency();
        find(call);
        return Reply.empty(204);
    }

    private StoredObject find(Call call) {
        UUID id = call.id();
        return reads.get(call.part("class"), call.tenant(), id)
                .orElseThrow(() -> new NotFound("There is no object " + id + "."));
    }

    private Reply replace(Call call) {
        call.checkConsistency();
        Map<String, Object> body = call.object(EXAMPLE);
        UUID id = call.id();
        ObjectInput input = ObjectBody.read(inClassOfPath(call, body));
        if (!input.id().equals(Optional.of(id))) {
            throw new Invalid("The body must carry the id of the path, " + id + ".");
        }
        return stored(input.collection(), input.tenant(), writes.replace(input));
    }

    private Reply merge(Call call) {
        call.checkConsistency();
        Map<String, Object> body = inClassOfPath(call, call.object(EXAMPLE));
        String id = call.id().toString();
        if (!id.equals(body.getOrDefault("id", id).toString().toLowerCase(Locale.ROOT))) {
            throw new Invalid("The body carries another id than the path.");
        }
        body.put("id", id);
        writes.merge(ObjectBody.read(body));
        return Reply.empty(204);
    }

    private static Map<String, Object> inClassOfPath(Call call, Map<String, Object> body) {
        Map<String, Object> complete = new LinkedHashMap<>(body);
        complete.put("class", call.part("class"));
        call.tenant().ifPresent(tenant -> complete.putIfAbsent("tenant", tenant));
        return complete;
    }

    private Reply delete(Call call) {
        call.checkConsistency();
        writes.delete(call.part("class"), call.tenant(), call.id());
        return Reply.empty(204);
    }

    private Reply stored(String collection, Optional<String> tenant, StoredObject object) {
        return Reply.ok(ObjectBody.write(reads.collection(collection), tenant, object, true));
    }
}
