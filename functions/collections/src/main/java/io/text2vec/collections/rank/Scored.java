package io.text2vec.collections.rank;

import java.util.UUID;

/**
 * A hit of one search.
 *
 * @param score larger is better
 */
public record Scored(UUID id, double score) {}
