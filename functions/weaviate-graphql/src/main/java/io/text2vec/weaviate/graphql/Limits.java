package io.text2vec.weaviate.graphql;

import graphql.analysis.FieldComplexityCalculator;
import graphql.analysis.FieldComplexityEnvironment;
import graphql.analysis.MaxQueryComplexityInstrumentation;
import graphql.analysis.MaxQueryDepthInstrumentation;
import graphql.execution.instrumentation.ChainedInstrumentation;
import graphql.execution.instrumentation.Instrumentation;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.GraphQLUnionType;
import java.util.List;

/** Refuses queries that ask for too much, before anything is searched. */
record Limits(int depth, int cost) {
    /** What a search costs, and what a reference leads to, in fields: a query may hold many under different names. */
    static final int SEARCH = 50;

    /** @throws IllegalArgumentException if no query could be answered */
    Limits {
        if (depth < 1 || cost <= SEARCH) {
            throw new IllegalArgumentException(
                    "TEXT2VEC_GRAPHQL_DEPTH must be at least 1 and TEXT2VEC_GRAPHQL_COST more" + " than " + SEARCH
                            + "; they are " + depth + " and " + cost);
        }
    }

    Instrumentation instrumentation() {
        return new ChainedInstrumentation(List.of(
                new MaxQueryDepthInstrumentation(depth),
                new MaxQueryComplexityInstrumentation(cost, (FieldComplexityCalculator) Limits::costOf)));
    }

    private static int costOf(FieldComplexityEnvironment field, int below) {
        String type = field.getParentType().getName();
        boolean search = type.equals(SchemaText.GET)
                || type.equals(SchemaText.AGGREGATE)
                || GraphQLTypeUtil.unwrapAll(field.getFieldDefinition().getType()) instanceof GraphQLUnionType;
        return below + (search ? SEARCH : 1);
    }
}
