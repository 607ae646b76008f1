/** From the texts of objects and queries to their vectors, by the collection's settings, here or elsewhere. */
package io.text2vec.collections.vectorize;
