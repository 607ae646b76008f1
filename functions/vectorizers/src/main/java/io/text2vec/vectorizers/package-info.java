/** Vectorizers elsewhere, over HTTP: which may be called, how each is spoken to, and what their failures mean. */
package io.text2vec.vectorizers;
