/** Weaviate's gRPC: calls that need a vector are completed, all others are streamed through. */
package io.text2vec.cluster.grpc;
