/** Tensors in files: what of a model is neither graph nor text. Other modules read and make them through this package. */
package io.text2vec.runtime.weights;
