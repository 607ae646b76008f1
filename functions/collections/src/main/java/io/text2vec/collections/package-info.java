/** Collections of objects with vectors: what they mean, whatever stores them and whoever asks. */
package io.text2vec.collections;
