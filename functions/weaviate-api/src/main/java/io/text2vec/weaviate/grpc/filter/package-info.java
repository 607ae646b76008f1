/** Filters as messages. */
package io.text2vec.weaviate.grpc.filter;
