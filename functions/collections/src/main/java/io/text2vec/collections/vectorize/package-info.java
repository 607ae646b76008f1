/** From the texts of objects and queries to their vectors, by the collection's settings and with this process' model. */
package io.text2vec.collections.vectorize;
