package io.text2vec.cluster.engine;

import io.text2vec.collections.CollectionException.Unsupported;
import io.text2vec.collections.engine.Query;
import io.text2vec.collections.engine.Ranking;
import io.text2vec.collections.query.Wanted;
import io.text2vec.collections.schema.CollectionDef;
import io.text2vec.collections.schema.DataType;
import io.text2vec.collections.schema.Property;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBase.ConsistencyLevel;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoSearchGet.MetadataRequest;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoSearchGet.ObjectPropertiesRequest;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoSearchGet.PropertiesRequest;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoSearchGet.SearchRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Writes searches. */
final class SearchMessage {
    private static final Wanted WHOLE = new Wanted(true, Set.of(), true, false);

    private SearchMessage() {}

    /** @throws Unsupported for what no function asks for */
    static SearchRequest write(Query query) {
        refuse(query.groupBy().isPresent(), "group hits");
        refuse(query.after().isPresent() || !query.sort().isEmpty(), "walk through and sort objects");
        SearchRequest.Builder out = request(query.collection(), query.tenant(), query.wanted())
                .setLimit(query.limit())
                .setOffset(query.offset());
        query.autocut().ifPresent(out::setAutocut);
        query.filter().ifPresent(filter -> out.setFilters(FilterMessage.write(filter)));
        switch (query.ranking()) {
            case Ranking.None _ -> refuse(true, "list objects");
            case Ranking.Near near -> out.setNearVector(NearMessage.write(near));
            case Ranking.Keyword keyword -> out.setBm25Search(KeywordMessage.write(keyword));
            case Ranking.Hybrid hybrid -> out.setHybridSearch(HybridMessage.write(hybrid));
        }
        return out.build();
    }

    /**
     * The objects of ids, whole, as REST reads single ones.
     *
     * @param ids at least one, each once
     */
    static SearchRequest byIds(CollectionDef collection, Optional<String> tenant, List<UUID> ids) {
        return request(collection, tenant, WHOLE)
                .setLimit(ids.size())
                .setFilters(FilterMessage.ids(ids))
                .setConsistencyLevel(ConsistencyLevel.CONSISTENCY_LEVEL_QUORUM)
                .build();
    }

    private static SearchRequest.Builder request(CollectionDef collection, Optional<String> tenant, Wanted wanted) {
        return SearchRequest.newBuilder()
                .setUses127Api(true)
                .setCollection(collection.name())
                .setTenant(tenant.orElse(""))
                .setProperties(properties(collection, wanted))
                .setMetadata(metadata(collection, wanted));
    }

    private static void refuse(boolean asked, String what) {
        if (asked) {
            throw new Unsupported("With TEXT2VEC_ENGINE=weaviate, " + what + " with Weaviate's REST or gRPC.");
        }
    }

    /** All is what is without blobs; those have to be named, and then so has all else. */
    private static PropertiesRequest properties(CollectionDef collection, Wanted wanted) {
        PropertiesRequest.Builder out = PropertiesRequest.newBuilder();
        if (!wanted.properties()) {
            return out.build();
        }
        if (!hasBlob(collection.properties())) {
            return out.setReturnAllNonrefProperties(true).build();
        }
        for (Property property : collection.properties()) {
            if (property.type().of() == DataType.OBJECT) {
                out.addObjectProperties(nested(property));
            } else {
                out.addNonRefProperties(property.name());
            }
        }
        return out.build();
    }

    private static boolean hasBlob(List<Property> properties) {
        return properties.stream()
                .anyMatch(property -> property.type().of() == DataType.BLOB || hasBlob(property.nested()));
    }

    private static ObjectPropertiesRequest nested(Property object) {
        ObjectPropertiesRequest.Builder out =
                ObjectPropertiesRequest.newBuilder().setPropName(object.name());
        for (Property property : object.nested()) {
            if (property.type().of() == DataType.OBJECT) {
                out.addObjectProperties(nested(property));
            } else {
                out.addPrimitiveProperties(property.name());
            }
        }
        return out.build();
    }

    private static MetadataRequest metadata(CollectionDef collection, Wanted wanted) {
        MetadataRequest.Builder out = MetadataRequest.newBuilder()
                .setUuid(true)
                .setCreationTimeUnix(true)
                .setLastUpdateTimeUnix(true)
                .setDistance(true)
                .setScore(true)
                .setExplainScore(wanted.explanation());
        if (collection.namedVectors()) {
            out.addAllVectors(
                    wanted.allVectors()
                            ? collection.vectors().keySet()
                            : wanted.vectors().stream()
                                    .filter(collection.vectors()::containsKey)
                                    .toList());
        } else {
            out.setVector(wanted.allVectors());
        }
        return out.build();
    }
}
