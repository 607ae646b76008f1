/** The seam between what collections mean and what stores and searches them. */
package io.text2vec.collections.engine;
