/**
 * What a client asks for ({@link io.text2vec.collections.query.SearchRequest}) and gets. What an engine is asked, every
 * text having become a vector, is in {@code engine}.
 */
package io.text2vec.collections.query;
