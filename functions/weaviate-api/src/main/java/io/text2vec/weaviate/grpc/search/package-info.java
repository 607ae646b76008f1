/** Searches as messages: what is asked, and what was found. */
package io.text2vec.weaviate.grpc.search;
