/** Vectors as bytes on the wire. */
package io.text2vec.weaviate.grpc.vector;
