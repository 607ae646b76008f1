package io.text2vec.cluster.rest;

import io.text2vec.cluster.ActiveCluster;
import io.text2vec.cluster.ClusterSettings.Sides;
import io.text2vec.cluster.ObjectVectorizer;
import io.text2vec.cluster.client.Credentials;
import io.text2vec.cluster.client.Headers;
import io.text2vec.cluster.client.Refused;
import io.text2vec.cluster.client.RestReply;
import io.text2vec.collections.CollectionException.Unsupported;
import io.text2vec.collections.work.Workers;
import io.text2vec.collections.write.BatchVectors;
import io.text2vec.embedder.Embedder;
import io.text2vec.weaviate.grpc.CallDoor;
import io.text2vec.weaviate.rest.RestPaths;
import io.text2vec.web.Answer;
import io.text2vec.web.Body;
import io.text2vec.web.Entrance;
import io.text2vec.web.GrpcCalls;
import io.text2vec.web.RequestMetrics;
import io.text2vec.web.access.Access;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Takes the requests of Weaviate's REST where there is a Weaviate behind the doors. */
@Singleton
final class RestDoor {
    /** What is about this process, and answered by the contract's own doors. */
    private static final Set<String> HERE = Set.of("/v1", "/v1/.well-known/live", "/v1/.well-known/ready");

    private static final String OPENID = "/v1/.well-known/openid-configuration";

    private final ActiveCluster active;
    private final Access access;
    private final Body bodies;
    private final Workers workers;
    private final BatchVectors vectors;
    private final Embedder embedder;
    private final CallDoor calls;

    RestDoor(
            ActiveCluster active,
            Access access,
            Body bodies,
            Workers workers,
            BatchVectors vectors,
            Embedder embedder,
            CallDoor calls) {
        this.active = active;
        this.access = access;
        this.bodies = bodies;
        this.workers = workers;
        this.vectors = vectors;
        this.embedder = embedder;
        this.calls = calls;
    }

    void mount(@Observes Router router) {
        if (active.there()) {
            Open open = new Open(active.parts());
            router.route().order(Entrance.BEFORE_DOORS).handler(open::take);
        }
    }

    /** The door to one Weaviate. */
    private final class Open {
        private final ActiveCluster.Parts parts;
        private final Steps steps;
        private final Forward forward;

        Open(ActiveCluster.Parts parts) {
            this.parts = parts;
            forward = new Forward(parts.cluster());
            steps = new Steps(
                    new SchemaSteps(parts.cluster(), parts.classes(), parts.forms()),
                    new ObjectSteps(
                            parts.cluster(), parts.classes(), new ObjectVectorizer(vectors, parts.autoSchema())),
                    new MetaStep(parts.cluster(), embedder, calls.maxMessageSize()),
                    new GraphQlStep(parts.cluster()));
        }

        void take(RoutingContext exchange) {
            String normal = exchange.normalizedPath();
            boolean ours = RestPaths.isOurs(normal)
                    && !HERE.contains(normal)
                    && (parts.settings().asCaller() || !normal.equals(OPENID));
            if (!ours || GrpcCalls.isOne(exchange.request())) {
                exchange.next();
                return;
            }
            List<String> path = parts(normal);
            HttpMethod method = exchange.request().method();
            Kind kind = Kind.of(method, path);
            RequestMetrics.at(exchange, "/v1/" + (Steps.KNOWN.contains(path.get(1)) ? path.get(1) : "*"));
            admit(exchange, kind);
            Optional<Step> step = steps.of(method, path);
            if (step.isPresent()) {
                bodies.read(exchange, (same, body) -> answer(same, kind, step.get(), asked(same, path, body)));
            } else {
                forward.take(exchange, kind == Kind.CHANGE ? parts.classes()::changed : () -> {});
            }
        }

        private static List<String> parts(String path) {
            return Arrays.stream(path.split("/"))
                    .filter(part -> !part.isEmpty())
                    .map(part -> URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8))
                    .toList();
        }

        private void admit(RoutingContext exchange, Kind kind) {
            if (!parts.settings().asCaller()) {
                access.admit(exchange.request().getHeader("Authorization"), !kind.reads());
            }
            if (kind == Kind.SEARCH && parts.settings().sides() == Sides.WRITE) {
                throw new Unsupported("This function imports; objects are read with the function search.");
            }
            if (kind == Kind.IMPORT && parts.settings().sides() == Sides.READ) {
                throw new Unsupported("This function searches; objects are changed with the function import.");
            }
        }

        private Asked asked(RoutingContext exchange, List<String> path, Buffer body) {
            MultiMap headers = MultiMap.caseInsensitiveMultiMap();
            Headers.request(
                    exchange.request().headers(), headers, parts.cluster().credentials());
            headers.remove("accept-encoding"); // what comes back is read here
            return new Asked(
                    exchange.request().method(), exchange.request().uri(), path, exchange.queryParams(), headers, body);
        }

        private void answer(RoutingContext exchange, Kind kind, Step step, Asked asked) {
            String caller = exchange.request().getHeader("Authorization");
            Supplier<RestReply> work = () -> Credentials.with(caller, () -> answered(step, asked));
            CompletableFuture<RestReply> coming = kind.reads() ? workers.read(work) : workers.write(work);
            Answer.after(exchange, coming, reply -> write(exchange, reply));
        }

        private static RestReply answered(Step step, Asked asked) {
            try {
                return step.answer(asked);
            } catch (Refused refused) {
                return refused.reply();
            }
        }

        private static void write(RoutingContext exchange, RestReply reply) {
            exchange.response().setStatusCode(reply.status());
            Headers.copy(reply.headers(), exchange.response().headers());
            exchange.response().headers().remove("content-length").remove("content-encoding");
            if (exchange.request().method() == HttpMethod.HEAD || reply.body().length() == 0) {
                exchange.response().end();
            } else {
                exchange.response().end(reply.body());
            }
        }
    }
}
