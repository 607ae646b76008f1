package io.text2vec.weaviate.grpc;

import io.grpc.health.v1.HealthCheckRequest;
import io.text2vec.collections.read.Reads;
import io.text2vec.collections.work.Workers;
import io.text2vec.collections.write.Writes;
import io.text2vec.weaviate.grpc.Rpc.Right;
import io.text2vec.weaviate.grpc.batch.BatchDeletion;
import io.text2vec.weaviate.grpc.batch.BatchImport;
import io.text2vec.weaviate.grpc.batch.BatchReferences;
import io.text2vec.weaviate.grpc.search.SearchAnswer;
import io.text2vec.web.BodySpace;
import io.text2vec.web.Entrance;
import io.text2vec.web.GrpcCalls;
import io.text2vec.web.RequestMetrics;
import io.text2vec.web.access.Access;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoAggregate.AggregateRequest;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBatch.BatchObjectsRequest;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBatch.BatchReferencesRequest;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBatchDelete.BatchDeleteRequest;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoSearchGet.SearchRequest;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoTenants.TenantsGetRequest;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Takes the gRPC calls among the requests, on whichever port they come. */
@Singleton
final class GrpcDoor {
    private final Calls calls;
    private final HealthAnswer health;
    private final Map<String, Rpc<?>> rpcs;

    @Inject
    GrpcDoor(
            Reads reads,
            Writes writes,
            Workers workers,
            Access access,
            BodySpace space,
            HealthAnswer health,
            CallLimit limit,
            GrpcConfig config) {
        this(reads, writes, workers, access, space, health, limit, config.maxMessageSize());
    }

    GrpcDoor(
            Reads reads,
            Writes writes,
            Workers workers,
            Access access,
            BodySpace space,
            HealthAnswer health,
            CallLimit limit,
            int maxMessageSize) {
        this.calls = new Calls(Optional.of(access), workers, limit, space, maxMessageSize);
        this.health = health;
        this.rpcs = byPath(List.of(
                new Rpc<>(GrpcPaths.HEALTH + "Check", Right.OPEN, HealthCheckRequest.parser(), asked -> health.now()),
                new Rpc<>(
                        GrpcPaths.WEAVIATE + "Search",
                        Right.READ,
                        SearchRequest.parser(),
                        new SearchAnswer(reads)::answer),
                new Rpc<>(
                        GrpcPaths.WEAVIATE + "Aggregate",
                        Right.READ,
                        AggregateRequest.parser(),
                        new CountAnswer(reads)::answer),
                new Rpc<>(
                        GrpcPaths.WEAVIATE + "BatchObjects",
                        Right.WRITE,
                        BatchObjectsRequest.parser(),
                        new BatchImport(writes)::answer),
                new Rpc<>(
                        GrpcPaths.WEAVIATE + "BatchDelete",
                        Right.WRITE,
                        BatchDeleteRequest.parser(),
                        new BatchDeletion(writes)::answer),
                new Rpc<>(
                        GrpcPaths.WEAVIATE + "TenantsGet",
                        Right.READ,
                        TenantsGetRequest.parser(),
                        refusing("Tenants are not supported yet.")),
                new Rpc<>(
                        GrpcPaths.WEAVIATE + "BatchReferences",
                        Right.WRITE,
                        BatchReferencesRequest.parser(),
                        new BatchReferences(writes)::answer)));
    }

    private static Map<String, Rpc<?>> byPath(List<Rpc<?>> rpcs) {
        return rpcs.stream().collect(Collectors.toUnmodifiableMap(Rpc::path, Function.identity()));
    }

    private static <Q, A> Function<Q, A> refusing(String sentence) {
        return request -> {
            throw CallRefused.unsupported(sentence);
        };
    }

    void mount(@Observes Router router) {
        router.route().order(Entrance.DOORS).handler(exchange -> {
            if (GrpcCalls.isOne(exchange.request())) {
                take(exchange);
            } else {
                exchange.next();
            }
        });
    }

    private void take(RoutingContext exchange) {
        String path = exchange.request().path();
        if (path.equals(WatchCall.PATH)) {
            RequestMetrics.at(exchange, path);
            WatchCall.take(exchange, calls.limit(), health);
            return;
        }
        Rpc<?> rpc = rpcs.get(path);
        if (rpc == null) {
            UnknownCall.take(exchange);
            return;
        }
        RequestMetrics.at(exchange, path);
        UnaryCall.take(exchange, rpc, calls);
    }
}
