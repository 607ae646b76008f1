package io.text2vec.weaviate.rest;

import static io.vertx.core.http.HttpMethod.DELETE;
import static io.vertx.core.http.HttpMethod.POST;
import static io.vertx.core.http.HttpMethod.PUT;

import io.text2vec.collections.object.Beacons;
import io.text2vec.collections.schema.Names;
import io.text2vec.collections.write.ReferenceInput;
import io.text2vec.collections.write.Writes;
import io.text2vec.weaviate.rest.Routes.Right;
import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Map;

/** {@code /v1/objects/{class}/{id}/references/{property}} and {@code /v1/batch/references}: what objects point to. */
@Singleton
final class ReferencesDoor {
    private static final String ONE = "/v1/objects/:class/:id/references/:property";
    private static final String BATCH = "/v1/batch/references";

    private final Writes writes;
    private final BatchReferences batches;
    private final Routes routes;

    ReferencesDoor(Writes writes, BatchReferences batches, Routes routes) {
        this.writes = writes;
        this.batches = batches;
        this.routes = routes;
    }

    void mount(@Observes Router router) {
        routes.mount(router, ONE, Right.WRITE, Map.of(POST, this::add, PUT, this::replace, DELETE, this::remove));
        routes.refuseOthers(router, ONE, POST, PUT, DELETE);
        routes.mount(router, BATCH, Right.WRITE, Map.of(POST, this::addAll));
        routes.refuseOthers(router, BATCH, POST);
    }

    private Reply add(Call call) {
        call.checkConsistency();
        writes.references().add(reference(call));
        return Reply.empty(200);
    }

    private Reply replace(Call call) {
        call.checkConsistency();
        writes.references()
                .replace(
                        source(call),
                        call.tenant(),
                        ReferenceBody.readAll(call.objects("[" + ReferenceBody.EXAMPLE + "]")));
        return Reply.empty(200);
    }

    private Reply remove(Call call) {
        call.checkConsistency();
        writes.references().remove(reference(call));
        return Reply.empty(204);
    }

    private Reply addAll(Call call) {
        call.checkConsistency();
        return Reply.ok(batches.answer(call.objects(BatchReferences.EXAMPLE)));
    }

    private static ReferenceInput reference(Call call) {
        return new ReferenceInput(source(call), call.tenant(), ReferenceBody.read(call.object(ReferenceBody.EXAMPLE)));
    }

    private static Beacons.Source source(Call call) {
        return new Beacons.Source(Names.collection(call.part("class")), call.id(), call.part("property"));
    }
}
