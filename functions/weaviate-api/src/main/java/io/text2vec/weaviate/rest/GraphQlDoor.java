package io.text2vec.weaviate.rest;

import static io.vertx.core.http.HttpMethod.POST;

import io.text2vec.collections.CollectionException.Unsupported;
import io.text2vec.weaviate.rest.Routes.Right;
import io.text2vec.web.JsonTree;
import io.text2vec.web.Refusal;
import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/** {@code /v1/graphql}, and {@code /v1/graphql/batch} for several queries in one request. */
@Singleton
final class GraphQlDoor {
    private static final String ONE = "/v1/graphql";
    private static final String BATCH = ONE + "/batch";
    private static final String EXAMPLE = "{\"query\":\"{Get{Film{title}}}\"}";

    private final Instance<GraphQl> graphQl;
    private final Routes routes;

    GraphQlDoor(Instance<GraphQl> graphQl, Routes routes) {
        this.graphQl = graphQl;
        this.routes = routes;
    }

    void mount(@Observes Router router) {
        routes.mount(router, ONE, Right.READ, Map.of(POST, call -> Reply.ok(answer(call.object(EXAMPLE)))));
        routes.refuseOthers(router, ONE, POST);
        routes.mount(router, BATCH, Right.READ, Map.of(POST, this::answerAll));
        routes.refuseOthers(router, BATCH, POST);
    }

    private Reply answerAll(Call call) {
        List<Object> requests = JsonTree.list(call.body(), "[" + EXAMPLE + "]");
        return Reply.ok(
                requests.stream().map(GraphQlDoor::object).map(this::answer).toList());
    }

    @SuppressWarnings("unchecked") // JSON's names are texts
    private static Map<String, Object> object(Object request) {
        if (!(request instanceof Map<?, ?> object)) {
            throw Refusal.malformed("Each request must be an object: send [" + EXAMPLE + "].");
        }
        return (Map<String, Object>) object;
    }

    private Map<String, Object> answer(Map<String, Object> request) {
        if (graphQl.isUnsatisfied()) {
            throw new Unsupported("GraphQL: not part of this application.");
        }
        return graphQl.get().answer(request);
    }
}
