/** The log of what was written: it makes an acknowledged write durable long before the index is. */
package io.text2vec.lucene.log;
