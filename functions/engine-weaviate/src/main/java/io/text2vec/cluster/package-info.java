/**
 * A Weaviate behind the doors: stands before the contract's own doors, makes the vectors that calls lack, and hands
 * everything else through as it is.
 */
package io.text2vec.cluster;
