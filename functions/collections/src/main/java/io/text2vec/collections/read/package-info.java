/** Asking what collections hold. */
package io.text2vec.collections.read;
