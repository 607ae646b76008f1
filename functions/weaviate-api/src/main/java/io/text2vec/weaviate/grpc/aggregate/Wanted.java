package io.text2vec.weaviate.grpc.aggregate;

import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoAggregate.AggregateRequest.Aggregation;

/** What is wanted of a property beside its figures. */
record Wanted(boolean count, boolean type) {

    static Wanted of(Aggregation asked) {
        return switch (asked.getAggregationCase()) {
            case INT -> new Wanted(asked.getInt().getCount(), asked.getInt().getType());
            case NUMBER ->
                new Wanted(asked.getNumber().getCount(), asked.getNumber().getType());
            case TEXT -> new Wanted(asked.getText().getCount(), asked.getText().getType());
            case BOOLEAN ->
                new Wanted(asked.getBoolean().getCount(), asked.getBoolean().getType());
            case DATE -> new Wanted(asked.getDate().getCount(), asked.getDate().getType());
            case REFERENCE -> new Wanted(false, asked.getReference().getType());
            case AGGREGATION_NOT_SET -> new Wanted(false, false);
        };
    }
}
