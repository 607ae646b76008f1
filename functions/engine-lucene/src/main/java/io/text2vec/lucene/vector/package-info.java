/** Vectors in an index: how they are kept, and how the nearest are found. */
package io.text2vec.lucene.vector;
