package io.text2vec.collections.query;

/** Gathers hits by a property's value. */
public record GroupBy(String property, int groups, int objectsPerGroup) {}
