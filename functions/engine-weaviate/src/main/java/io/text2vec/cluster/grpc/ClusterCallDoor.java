package io.text2vec.cluster.grpc;

import com.google.protobuf.MessageLite;
import com.google.protobuf.Parser;
import io.text2vec.cluster.ActiveCluster;
import io.text2vec.cluster.ClusterSettings.Sides;
import io.text2vec.cluster.ObjectVectorizer;
import io.text2vec.cluster.client.Credentials;
import io.text2vec.cluster.client.Headers;
import io.text2vec.collections.CollectionException.Unsupported;
import io.text2vec.collections.read.TextVectors;
import io.text2vec.collections.write.BatchVectors;
import io.text2vec.weaviate.grpc.CallDoor;
import io.text2vec.weaviate.grpc.GrpcPaths;
import io.text2vec.weaviate.grpc.Rpc;
import io.text2vec.weaviate.grpc.Rpc.Right;
import io.text2vec.web.Entrance;
import io.text2vec.web.GrpcCalls;
import io.text2vec.web.RequestMetrics;
import io.text2vec.web.access.Access;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoAggregate.AggregateRequest;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBatch.BatchObjectsRequest;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoSearchGet.SearchRequest;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.function.BiFunction;

/** Takes the calls of Weaviate's gRPC where there is a Weaviate behind the doors. */
@Singleton
final class ClusterCallDoor {
    private static final String BATCH_STREAM = GrpcPaths.WEAVIATE + "BatchStream";
    private static final Set<String> READS =
            Set.of(SearchCall.SEARCH, SearchCall.AGGREGATE, GrpcPaths.WEAVIATE + "TenantsGet");

    private final ActiveCluster active;
    private final Access access;
    private final CallDoor calls;
    private final BatchVectors batchVectors;
    private final TextVectors textVectors;

    ClusterCallDoor(
            ActiveCluster active, Access access, CallDoor calls, BatchVectors batchVectors, TextVectors textVectors) {
        this.active = active;
        this.access = access;
        this.calls = calls;
        this.batchVectors = batchVectors;
        this.textVectors = textVectors;
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
        private final ImportCall imports;
        private final SearchCall searches;
        private final ForwardCall forward;

        Open(ActiveCluster.Parts parts) {
            this.parts = parts;
            imports = new ImportCall(
                    parts.cluster(),
                    parts.classes(),
                    new ObjectVectorizer(batchVectors, parts.autoSchema()),
                    calls.maxMessageSize());
            searches = new SearchCall(parts.cluster(), parts.classes(), textVectors);
            forward = new ForwardCall(parts.cluster(), calls);
        }

        void take(RoutingContext exchange) {
            String path = exchange.request().path();
            if (!GrpcCalls.isOne(exchange.request()) || !path.startsWith(GrpcPaths.WEAVIATE)) {
                exchange.next();
                return;
            }
            boolean reads = READS.contains(path);
            try {
                refuseOtherSide(path, reads);
            } catch (Unsupported otherSide) {
                calls.fail(exchange, otherSide);
                return;
            }
            switch (path) {
                case SearchCall.SEARCH -> answer(exchange, path, Right.READ, SearchRequest.parser(), searches::search);
                case SearchCall.AGGREGATE ->
                    answer(exchange, path, Right.READ, AggregateRequest.parser(), searches::aggregate);
                case ImportCall.PATH ->
                    answer(exchange, path, Right.WRITE, BatchObjectsRequest.parser(), imports::answer);
                default -> passOn(exchange, path, reads);
            }
        }

        private void refuseOtherSide(String path, boolean reads) {
            String name = path.substring(GrpcPaths.WEAVIATE.length());
            if (reads && parts.settings().sides() == Sides.WRITE) {
                throw new Unsupported("This function imports; the call " + name + " is of the function search.");
            }
            if (!reads && parts.settings().sides() == Sides.READ) {
                throw new Unsupported("This function searches; the call " + name + " is of the function import.");
            }
            if (path.equals(BATCH_STREAM)) {
                throw new Unsupported("BatchStream is not supported with TEXT2VEC_ENGINE=weaviate, because its objects"
                        + " would go on without their vectors; import with BatchObjects.");
            }
        }

        private <Q extends MessageLite> void answer(
                RoutingContext exchange,
                String path,
                Right right,
                Parser<Q> parser,
                BiFunction<Q, MultiMap, MessageLite> work) {
            MultiMap metadata = MultiMap.caseInsensitiveMultiMap();
            MultiMap came = exchange.request().headers();
            Headers.request(came, metadata, parts.cluster().credentials());
            String caller = came.get("authorization");
            calls.answer(
                    exchange,
                    new Rpc<>(
                            path,
                            right,
                            parser,
                            message -> Credentials.with(caller, () -> done(work, message, metadata))),
                    !parts.settings().asCaller());
        }

        private static <Q> MessageLite done(BiFunction<Q, MultiMap, MessageLite> work, Q message, MultiMap metadata) {
            try {
                return work.apply(message, metadata);
            } catch (RuntimeException failure) {
                throw Failures.of(failure);
            }
        }

        private void passOn(RoutingContext exchange, String path, boolean reads) {
            RequestMetrics.at(exchange, path);
            try {
                if (!parts.settings().asCaller()) {
                    access.admit(exchange.request().getHeader("authorization"), !reads);
                }
                calls.count(exchange);
            } catch (RuntimeException refused) {
                calls.fail(exchange, refused);
                return;
            }
            forward.take(exchange, !reads);
        }
    }
}
