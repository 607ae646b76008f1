/** Search by words: BM25 as the contract writes it. */
package io.text2vec.lucene.keyword;
