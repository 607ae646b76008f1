package io.text2vec.collections.vectorize;

/**
 * Vectors of a collection that are of one model.
 *
 * @param vector name of the one vector that they are, where it has one and its settings say who makes it; else empty: all the others
 * @param task of the texts
 * @param apart whether passages and queries have each their own vectorizer, which may have two models that belong together
 */
public record ModelScope(String vector, String task, boolean apart) {}
