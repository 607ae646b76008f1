/** Search by vectors and words at once. */
package io.text2vec.lucene.hybrid;
