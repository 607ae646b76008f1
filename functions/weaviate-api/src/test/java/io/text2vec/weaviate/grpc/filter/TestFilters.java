package io.text2vec.weaviate.grpc.filter;

import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBase.FilterTarget;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBase.Filters;

/** Filters for tests. */
public final class TestFilters {
    private TestFilters() {}

    public static Filters equal(String property, String value) {
        return Filters.newBuilder()
                .setOperator(Filters.Operator.OPERATOR_EQUAL)
                .setTarget(FilterTarget.newBuilder().setProperty(property))
                .setValueText(value)
                .build();
    }
}
