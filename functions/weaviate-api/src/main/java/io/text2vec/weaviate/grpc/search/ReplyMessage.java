package io.text2vec.weaviate.grpc.search;

import io.text2vec.collections.query.Hit;
import io.text2vec.collections.query.Search;
import io.text2vec.collections.query.SearchResult;
import io.text2vec.collections.query.Targets;
import io.text2vec.collections.schema.CollectionDef;
import io.text2vec.collections.schema.Distance;
import io.text2vec.collections.schema.VectorDef;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoSearchGet.GroupByResult;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoSearchGet.MetadataRequest;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoSearchGet.SearchReply;

/** Writes what was found. */
final class ReplyMessage {
    private final CollectionDef collection;
    private final ReferenceMessages references;
    private final MetadataMessage metadata;

    /** @param references of all hits that will be written */
    ReplyMessage(CollectionDef collection, ReferenceMessages references, MetadataRequest wanted, Search search) {
        this.collection = collection;
        this.references = references;
        this.metadata = new MetadataMessage(
                wanted,
                collection.namedVectors(),
                search instanceof Search.Near,
                search instanceof Search.Near near && hasCertainty(collection, near.targets()));
    }

    SearchReply.Builder write(SearchResult found) {
        SearchReply.Builder reply = SearchReply.newBuilder();
        found.hits().forEach(hit -> reply.addResults(result(hit)));
        found.groups().forEach(group -> reply.addGroupByResults(group(group)));
        return reply;
    }

    private io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoSearchGet.SearchResult result(Hit hit) {
        return io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoSearchGet.SearchResult.newBuilder()
                .setProperties(references.properties(collection.name(), hit.object()))
                .setMetadata(metadata.write(hit))
                .build();
    }

    private GroupByResult group(SearchResult.Group group) {
        GroupByResult.Builder out = GroupByResult.newBuilder()
                .setName(group.name())
                .setMinDistance((float) group.minDistance().orElse(0))
                .setMaxDistance((float) group.maxDistance().orElse(0))
                .setNumberOfObjects(group.hits().size());
        group.hits().forEach(hit -> out.addObjects(result(hit)));
        return out.build();
    }

    /** Whether there is one target, compared by the cosine. */
    private static boolean hasCertainty(CollectionDef collection, Targets targets) {
        if (targets.names().size() > 1
                || targets.names().isEmpty() && collection.vectors().size() > 1) {
            return false;
        }
        VectorDef vector = targets.names().isEmpty()
                ? collection.vectors().values().iterator().next()
                : collection.vectors().get(targets.names().getFirst());
        return vector != null && vector.index().distance() == Distance.COSINE;
    }
}
