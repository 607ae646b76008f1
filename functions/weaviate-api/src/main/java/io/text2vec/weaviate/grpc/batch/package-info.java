/** Imports and deletions as messages. */
package io.text2vec.weaviate.grpc.batch;
