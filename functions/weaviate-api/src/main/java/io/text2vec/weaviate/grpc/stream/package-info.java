/** BatchStream: items that come while others are written, and what is told of them. */
package io.text2vec.weaviate.grpc.stream;
