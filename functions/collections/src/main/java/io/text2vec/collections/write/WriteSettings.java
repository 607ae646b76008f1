package io.text2vec.collections.write;

/**
 * What writes may do.
 *
 * @param chunksAtOnce parts of imports whose texts may be in the embedder's queue at once, over all calls
 * @param maxDeleted objects that one call may delete by a filter
 */
public record WriteSettings(int chunksAtOnce, int maxDeleted) {}
