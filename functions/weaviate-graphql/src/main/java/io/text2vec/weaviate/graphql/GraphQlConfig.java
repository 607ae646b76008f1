package io.text2vec.weaviate.graphql;

import io.smallrye.config.ConfigMapping;

/** How GraphQL is answered. */
@ConfigMapping(prefix = "text2vec.graphql")
interface GraphQlConfig {

    /** QUERY_DEFAULTS_LIMIT_GRAPHQL: hits where a query doesn't say. */
    int defaultLimit();

    /** DISABLE_GRAPHQL. */
    boolean disabled();

    /** TEXT2VEC_GRAPHQL_DEPTH: fields within each other. */
    int depth();

    /** TEXT2VEC_GRAPHQL_COST: fields of a query; one that searches counts as {@value Limits#SEARCH}. */
    int cost();
}
