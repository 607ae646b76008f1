/** Speaks to Weaviate over HTTP/1.1 and HTTP/2: connections, deadlines, repeats, and what its failures mean here. */
package io.text2vec.cluster.client;
