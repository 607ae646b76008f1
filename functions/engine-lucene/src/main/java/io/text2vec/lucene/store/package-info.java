/** The data directory: collections in folders, each with its definition, its log and its index. */
package io.text2vec.lucene.store;
