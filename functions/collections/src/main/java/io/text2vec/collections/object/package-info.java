/** Objects and their values, typed by the schema. */
package io.text2vec.collections.object;
