/** What the messages of several calls have in them. */
package io.text2vec.weaviate.grpc.part;
