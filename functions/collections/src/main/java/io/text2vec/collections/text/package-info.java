/** The text of an object that its vector is made of. */
package io.text2vec.collections.text;
