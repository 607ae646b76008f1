/** Tokens as Lucene is given them. */
package io.text2vec.lucene.text;
