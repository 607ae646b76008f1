/** Collections as functions: {@code import} and {@code search}, by name and as CloudEvents. */
package io.text2vec.collections.function;
