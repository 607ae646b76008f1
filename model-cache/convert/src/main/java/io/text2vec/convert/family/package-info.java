/** The kinds of encoders, each as a graph. A family knows names and arithmetic, not where parameters come from. */
package io.text2vec.convert.family;
