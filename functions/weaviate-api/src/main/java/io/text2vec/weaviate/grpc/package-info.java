/** Weaviate's gRPC service: messages to our records and back, calls, their limits and statuses. */
package io.text2vec.weaviate.grpc;
