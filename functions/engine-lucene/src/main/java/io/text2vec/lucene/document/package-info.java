/** An object as Lucene keeps it: what is indexed of it, what is stored of it, and how it is read back. */
package io.text2vec.lucene.document;
