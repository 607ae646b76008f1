/** Writing an ONNX graph: nodes, constants, and the file beside it that holds the weights. Knows no kind of model. */
package io.text2vec.convert.graph;
