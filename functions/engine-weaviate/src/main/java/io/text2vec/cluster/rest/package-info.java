/** Weaviate's REST: requests that need a vector or a class's settings are completed, all others are streamed through. */
package io.text2vec.cluster.rest;
