/** Figures of many objects: what is asked for, and what comes out. */
package io.text2vec.collections.aggregate;
