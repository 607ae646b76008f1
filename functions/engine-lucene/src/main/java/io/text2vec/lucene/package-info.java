/** The embedded engine: collections in a data directory of one process, on Lucene. */
package io.text2vec.lucene;
