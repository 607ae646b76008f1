/** Who may read and write collections, by the names of Weaviate's settings; the same on every transport. */
package io.text2vec.web.access;
