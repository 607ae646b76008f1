/** The text of an object that its vector is made of, and the tokens that texts are compared by. */
package io.text2vec.collections.text;
