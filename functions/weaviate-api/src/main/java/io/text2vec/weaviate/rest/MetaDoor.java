package io.text2vec.weaviate.rest;

import static io.vertx.core.http.HttpMethod.GET;

import io.text2vec.collections.schema.Vectorizer;
import io.text2vec.collections.vectorize.RemoteVectorizers;
import io.text2vec.embedder.Embedder;
import io.text2vec.weaviate.Version;
import io.text2vec.weaviate.rest.Routes.Right;
import io.text2vec.web.Failure;
import io.text2vec.web.JsonTree;
import io.text2vec.web.Readiness;
import io.text2vec.web.Refusal;
import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What clients ask first: {@code /v1/meta}, {@code /v1/.well-known/*}, and the root. */
@Singleton
final class MetaDoor {
    private static final String META = "/v1/meta";
    private static final String LIVE = "/v1/.well-known/live";
    private static final String READY = "/v1/.well-known/ready";
    private static final String OPENID = "/v1/.well-known/openid-configuration";

    private final Instance<Embedder> embedder;
    private final Instance<RemoteVectorizers> vectorizers;
    private final Readiness readiness;
    private final int grpcMaxMessageSize;
    private final Routes routes;

    MetaDoor(
            Instance<Embedder> embedder,
            Instance<RemoteVectorizers> vectorizers,
            Readiness readiness,
            @ConfigProperty(name = "text2vec.grpc.max-message-size") int grpcMaxMessageSize,
            Routes routes) {
        this.embedder = embedder;
        this.vectorizers = vectorizers;
        this.readiness = readiness;
        this.grpcMaxMessageSize = grpcMaxMessageSize;
        this.routes = routes;
    }

    void mount(@Observes Router router) {
        mount(router, RestPaths.ROOT, Right.KNOWN, this::links);
        mount(router, META, Right.KNOWN, this::meta);
        mount(router, LIVE, Right.OPEN, call -> Reply.empty(200));
        mount(router, READY, Right.OPEN, this::ready);
        mount(router, OPENID, Right.OPEN, call -> Reply.empty(404)); // with an empty body: no OIDC here
    }

    private void mount(Router router, String path, Right right, Routes.Door door) {
        routes.mount(router, path, right, Map.of(GET, door));
        routes.refuseOthers(router, path, GET);
    }

    private Reply links(Call call) {
        return Reply.ok(Map.of(
                "links", List.of(link(call, META, "Meta information"), link(call, "/v1/schema", "Collections"))));
    }

    private static Map<String, Object> link(Call call, String path, String name) {
        return Map.of("href", call.url() + path, "name", name);
    }

    private Reply meta(Call call) {
        Map<String, Object> meta = new LinkedHashMap<>();
        meta.put("hostname", call.url());
        meta.put("version", Version.REPORTED);
        meta.put("modules", modules());
        meta.put("grpcMaxMessageSize", (long) grpcMaxMessageSize);
        return Reply.ok(meta);
    }

    private Map<String, Object> modules() {
        Map<String, Object> elsewhere =
                vectorizers.isUnsatisfied() ? Map.of() : vectorizers.get().about();
        if (!elsewhere.isEmpty()) {
            return Map.of(Vectorizer.TRANSFORMERS, elsewhere);
        }
        if (embedder.isUnsatisfied() || !embedder.get().ready()) {
            return Map.of();
        }
        byte[] config = embedder.get().loaded().join().config().getBytes(StandardCharsets.UTF_8);
        return Map.of(Vectorizer.TRANSFORMERS, JsonTree.object(config, "a model's config.json"));
    }

    private Reply ready(Call call) {
        readiness.obstacle().ifPresent(why -> {
            throw new Refusal(Failure.unavailable(why));
        });
        return Reply.empty(200);
    }
}
