/** Text as keyword search and filters compare it. */
package io.text2vec.lucene.text;
