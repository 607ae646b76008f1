package io.text2vec.weaviate.grpc.aggregate;

import io.text2vec.collections.CollectionException;
import io.text2vec.collections.aggregate.Aggregated;
import io.text2vec.collections.read.Reads;
import io.text2vec.collections.schema.CollectionDef;
import io.text2vec.weaviate.grpc.part.Took;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoAggregate.AggregateReply;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoAggregate.AggregateRequest;

/** Answers aggregations. */
public final class AggregateAnswer {
    private final Reads reads;

    public AggregateAnswer(Reads reads) {
        this.reads = reads;
    }

    /** Blocks; throws a {@link CollectionException} only. */
    public AggregateReply answer(AggregateRequest request) {
        Took took = new Took();
        CollectionDef collection = reads.collection(request.getCollection());
        Aggregated found = reads.aggregate(AggregateMessage.read(request));
        return new FoundMessage(collection, request)
                .write(found)
                .setTook(took.seconds())
                .build();
    }
}
