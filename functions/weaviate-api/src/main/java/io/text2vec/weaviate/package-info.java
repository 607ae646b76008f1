/** The doors of Weaviate's contract: REST and gRPC to our records and back, nothing else. */
package io.text2vec.weaviate;
