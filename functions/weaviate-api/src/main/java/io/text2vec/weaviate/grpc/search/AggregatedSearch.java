package io.text2vec.weaviate.grpc.search;

import io.text2vec.collections.CollectionException;
import io.text2vec.collections.query.Search;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoAggregate.AggregateRequest;
import java.util.Locale;

/** Reads what finds the objects of an aggregation. */
public final class AggregatedSearch {
    private AggregatedSearch() {}

    /**
     * Reads the search of an aggregation.
     *
     * @throws CollectionException.Invalid where the message contradicts itself
     * @throws CollectionException.Unsupported for what is not there
     */
    public static Search read(AggregateRequest request) {
        return switch (request.getSearchCase()) {
            case SEARCH_NOT_SET -> new Search.Fetch();
            case NEAR_VECTOR -> NearVectorMessage.read(request.getNearVector());
            case NEAR_OBJECT -> NearObjectMessage.read(request.getNearObject());
            case NEAR_TEXT -> NearTextMessage.read(request.getNearText());
            case HYBRID -> HybridMessage.read(request.getHybrid());
            case NEAR_IMAGE, NEAR_AUDIO, NEAR_VIDEO, NEAR_DEPTH, NEAR_THERMAL, NEAR_IMU ->
                throw new CollectionException.Unsupported(
                        "Not supported yet: " + request.getSearchCase().name().toLowerCase(Locale.ROOT) + ".");
        };
    }
}
