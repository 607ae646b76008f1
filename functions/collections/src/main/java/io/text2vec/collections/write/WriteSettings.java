package io.text2vec.collections.write;

import io.text2vec.collections.filter.FilterLimits;

/**
 * What writes may do.
 *
 * @param chunksAtOnce parts of imports whose texts may be in the embedder's queue at once, over all calls
 * @param maxDeleted objects that one call may delete by a filter
 * @param filters how large that filter may be
 */
public record WriteSettings(int chunksAtOnce, int maxDeleted, FilterLimits filters) {}
