package io.text2vec.weaviate.grpc;

import io.text2vec.collections.CollectionException.Unsupported;
import io.text2vec.collections.filter.Filter;
import io.text2vec.collections.read.Reads;
import io.text2vec.weaviate.grpc.filter.FilterMessage;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoAggregate.AggregateReply;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoAggregate.AggregateRequest;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoAggregate.AggregateRequest.SearchCase;
import java.util.Optional;

/** Answers how many objects there are; whatever else an aggregation may ask for is refused by name. */
final class CountAnswer {
    private final Reads reads;

    CountAnswer(Reads reads) {
        this.reads = reads;
    }

    AggregateReply answer(AggregateRequest request) {
        Took took = new Took();
        refuse(request.getAggregationsCount() > 0, "the aggregation of properties");
        refuse(request.hasGroupBy(), "the aggregation of groups");
        refuse(request.getSearchCase() != SearchCase.SEARCH_NOT_SET, "the aggregation of what a search finds");
        refuse(request.hasObjectLimit(), "object_limit, which belongs to the aggregation of what a search finds");
        reads.collection(request.getCollection());
        AggregateReply.Single.Builder single = AggregateReply.Single.newBuilder();
        if (request.getObjectsCount()) {
            single.setObjectsCount(reads.count(
                    request.getCollection(),
                    Optional.of(request.getTenant()).filter(name -> !name.isEmpty()),
                    filter(request)));
        }
        return AggregateReply.newBuilder()
                .setSingleResult(single)
                .setTook(took.seconds())
                .build();
    }

    private static Optional<Filter> filter(AggregateRequest request) {
        return request.hasFilters() ? Optional.of(FilterMessage.read(request.getFilters())) : Optional.empty();
    }

    private static void refuse(boolean asked, String feature) {
        if (asked) {
            throw new Unsupported("Not supported yet: " + feature + ". The objects' count with filters is there.");
        }
    }
}
