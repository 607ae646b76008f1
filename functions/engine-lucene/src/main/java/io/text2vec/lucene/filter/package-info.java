/** Filters as Lucene's queries. */
package io.text2vec.lucene.filter;
