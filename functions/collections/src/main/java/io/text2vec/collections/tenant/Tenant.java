package io.text2vec.collections.tenant;

/** A part of a collection that belongs to somebody: its objects are seen by nobody else. */
public record Tenant(String name, Activity activity) {}
