package io.text2vec.collections.query;

/** A property that keywords are looked for in; its share of the score is multiplied by {@code boost}. */
public record SearchedProperty(String name, float boost) {}
