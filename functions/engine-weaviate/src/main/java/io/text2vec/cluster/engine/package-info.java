/** A Weaviate as an engine: what the functions by name ask of one, and the making of vectors. */
package io.text2vec.cluster.engine;
