/**
 * Figures of many objects, out of columns: no object is read but those whose texts are told, and those of properties without
 * an index. How much memory that takes doesn't depend on how many values there are; where they are too many to be counted at
 * once, the columns are gone over several times.
 */
package io.text2vec.lucene.aggregate;
