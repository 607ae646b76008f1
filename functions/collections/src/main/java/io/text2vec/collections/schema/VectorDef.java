package io.text2vec.collections.schema;

/**
 * One vector of a collection's objects.
 *
 * @param name as the user named it, or {@link #LEGACY}
 */
public record VectorDef(String name, Vectorizer vectorizer, VectorIndex index) {
    /** The name of the vector in a collection whose vectors have no names. */
    public static final String LEGACY = "";
}
