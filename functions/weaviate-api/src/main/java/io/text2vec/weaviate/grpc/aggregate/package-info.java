/** Aggregations as messages. */
package io.text2vec.weaviate.grpc.aggregate;
