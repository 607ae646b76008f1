/** Weights out of a graph that somebody else exported, to be put into ours. */
package io.text2vec.convert.published;
