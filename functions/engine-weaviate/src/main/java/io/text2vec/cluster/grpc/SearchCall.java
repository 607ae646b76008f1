package io.text2vec.cluster.grpc;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.MessageLite;
import io.text2vec.cluster.client.Cluster;
import io.text2vec.cluster.schema.Classes;
import io.text2vec.cluster.schema.ClusterClass;
import io.text2vec.collections.read.TextVectors;
import io.text2vec.weaviate.grpc.GrpcPaths;
import io.vertx.core.MultiMap;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoAggregate.AggregateReply;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoAggregate.AggregateRequest;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoSearchGet.SearchReply;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoSearchGet.SearchRequest;
import java.util.Optional;

/** Search and Aggregate: texts that are searched for become vectors, everything else goes on as it came. Blocks. */
final class SearchCall {
    static final String SEARCH = GrpcPaths.WEAVIATE + "Search";
    static final String AGGREGATE = GrpcPaths.WEAVIATE + "Aggregate";

    private final Cluster cluster;
    private final Classes classes;
    private final TextVectors vectors;

    SearchCall(Cluster cluster, Classes classes, TextVectors vectors) {
        this.cluster = cluster;
        this.classes = classes;
        this.vectors = vectors;
    }

    MessageLite search(SearchRequest request, MultiMap metadata) {
        return read(
                SearchReply.parser(),
                cluster.call(SEARCH, metadata, byVectors(request).toByteArray(), true));
    }

    MessageLite aggregate(AggregateRequest request, MultiMap metadata) {
        return read(
                AggregateReply.parser(),
                cluster.call(AGGREGATE, metadata, byVectors(request).toByteArray(), true));
    }

    private SearchRequest byVectors(SearchRequest request) {
        if (!request.hasNearText() && !request.hasHybridSearch()) {
            return request;
        }
        Optional<TextTargets> targets = targets(request.getCollection(), request.getTenant());
        if (targets.isEmpty()) {
            return request;
        }
        SearchRequest.Builder built = request.toBuilder();
        if (request.hasNearText() && targets.get().ours(request.getNearText())) {
            built.clearNearText().setNearVector(targets.get().nearVector(request.getNearText()));
        }
        if (request.hasHybridSearch()) {
            built.setHybridSearch(targets.get().hybrid(request.getHybridSearch()));
        }
        return built.build();
    }

    private AggregateRequest byVectors(AggregateRequest request) {
        if (!request.hasNearText() && !request.hasHybrid()) {
            return request;
        }
        Optional<TextTargets> targets = targets(request.getCollection(), request.getTenant());
        if (targets.isEmpty()) {
            return request;
        }
        if (request.hasHybrid()) {
            return request.toBuilder()
                    .setHybrid(targets.get().hybrid(request.getHybrid()))
                    .build();
        }
        return targets.get().ours(request.getNearText())
                ? request.toBuilder()
                        .setNearVector(targets.get().nearVector(request.getNearText()))
                        .build()
                : request;
    }

    /** Nothing where Weaviate has no such class, or no vector of it is made here. */
    private Optional<TextTargets> targets(String collection, String tenant) {
        return classes.lately(collection)
                .filter(ClusterClass::vectorizes)
                .map(kind -> new TextTargets(vectors, kind, tenant));
    }

    private static MessageLite read(com.google.protobuf.Parser<? extends MessageLite> parser, byte[] reply) {
        try {
            return parser.parseFrom(reply);
        } catch (InvalidProtocolBufferException broken) {
            throw new IllegalStateException("Weaviate's reply to a search can't be read", broken);
        }
    }
}
