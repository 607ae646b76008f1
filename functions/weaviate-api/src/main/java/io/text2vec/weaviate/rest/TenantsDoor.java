package io.text2vec.weaviate.rest;

import static io.vertx.core.http.HttpMethod.DELETE;
import static io.vertx.core.http.HttpMethod.GET;
import static io.vertx.core.http.HttpMethod.HEAD;
import static io.vertx.core.http.HttpMethod.POST;
import static io.vertx.core.http.HttpMethod.PUT;

import io.text2vec.collections.CollectionException.NotFound;
import io.text2vec.collections.tenant.Activity;
import io.text2vec.collections.tenant.Tenant;
import io.text2vec.collections.tenant.TenantService;
import io.text2vec.weaviate.rest.Routes.Right;
import io.text2vec.web.Refusal;
import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code /v1/schema/<class>/tenants}: who has a part of a collection. */
@Singleton
final class TenantsDoor {
    private static final String ALL = "/v1/schema/:class/tenants";
    private static final String ONE = ALL + "/:tenant";
    private static final String EXAMPLE = "[{\"name\":\"anna\",\"activityStatus\":\"ACTIVE\"}]";
    private static final String NAMES = "[\"anna\"]";

    private final TenantService tenants;
    private final Routes routes;

    TenantsDoor(TenantService tenants, Routes routes) {
        this.tenants = tenants;
        this.routes = routes;
    }

    void mount(@Observes Router router) {
        routes.mount(router, ALL, Right.READ, Map.of(GET, this::all));
        routes.mount(router, ALL, Right.WRITE, Map.of(POST, this::create, PUT, this::update, DELETE, this::delete));
        routes.refuseOthers(router, ALL, GET, POST, PUT, DELETE);
        routes.mount(router, ONE, Right.READ, Map.of(GET, this::one, HEAD, this::head));
        routes.refuseOthers(router, ONE, GET, HEAD);
    }

    private Reply all(Call call) {
        return answer(tenants.all(call.part("class")));
    }

    private Reply create(Call call) {
        List<Tenant> wanted = new ArrayList<>();
        for (Map<String, Object> each : call.objects(EXAMPLE)) {
            wanted.add(new Tenant(
                    name(each), Activity.read(Call.text(each, "activityStatus").orElse("HOT"))));
        }
        tenants.create(call.part("class"), wanted);
        return answer(wanted);
    }

    private Reply update(Call call) {
        List<Tenant> wanted = new ArrayList<>();
        for (Map<String, Object> each : call.objects(EXAMPLE)) {
            wanted.add(new Tenant(
                    name(each), Activity.read(Call.needed(Call.text(each, "activityStatus"), "activityStatus"))));
        }
        tenants.update(call.part("class"), wanted);
        return answer(wanted);
    }

    private Reply delete(Call call) {
        List<String> names = new ArrayList<>();
        for (Object each : call.list(NAMES)) {
            if (!(each instanceof String name)) {
                throw Refusal.malformed("The body must be a list of names: send " + NAMES + ".");
            }
            names.add(name);
        }
        tenants.delete(call.part("class"), names);
        return Reply.empty(200);
    }

    private Reply one(Call call) {
        return Reply.ok(json(find(call)));
    }

    private Reply head(Call call) {
        find(call);
        return Reply.empty(200);
    }

    private Tenant find(Call call) {
        String name = call.part("tenant");
        return tenants.find(call.part("class"), name)
                .orElseThrow(() -> new NotFound("There is no tenant " + name + "."));
    }

    private static String name(Map<String, Object> tenant) {
        return Call.needed(Call.text(tenant, "name"), "The tenant's name");
    }

    private static Reply answer(List<Tenant> tenants) {
        return Reply.ok(tenants.stream().map(TenantsDoor::json).toList());
    }

    private static Map<String, Object> json(Tenant tenant) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("activityStatus", tenant.activity().name());
        json.put("name", tenant.name());
        return json;
    }
}
