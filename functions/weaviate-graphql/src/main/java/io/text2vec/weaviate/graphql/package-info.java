/**
 * Weaviate's GraphQL. The schema is written down as text ({@link io.text2vec.weaviate.graphql.SchemaText}) and read by the
 * library, once for each state of the collections, when the first query comes.
 */
package io.text2vec.weaviate.graphql;
