/** Changing what collections hold. */
package io.text2vec.collections.write;
