package io.text2vec.collections.query;

/** Orders by a property, {@code _id}, {@code _creationTimeUnix} or {@code _lastUpdateTimeUnix}. */
public record Sort(String path, boolean ascending) {}
