/** Objects in the order that was asked for, where nothing ranks them. */
package io.text2vec.lucene.sort;
