/** A checkpoint's weights, whatever files they are in and whatever stands before their names. */
package io.text2vec.convert.weights;
