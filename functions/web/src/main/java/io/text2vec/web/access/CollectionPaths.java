package io.text2vec.web.access;

/** Paths whose doors ask {@link Access} themselves, in their contract's own way. Any number of beans. */
public interface CollectionPaths {

    boolean cover(String normalizedPath);
}
