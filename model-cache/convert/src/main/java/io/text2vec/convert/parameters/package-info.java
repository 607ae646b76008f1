/** A model's parameters as a graph takes them, from a checkpoint or from a published graph, in floats or in 8 bits. */
package io.text2vec.convert.parameters;
