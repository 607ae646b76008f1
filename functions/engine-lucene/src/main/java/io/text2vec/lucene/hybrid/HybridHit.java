package io.text2vec.lucene.hybrid;

import io.text2vec.collections.rank.Fused;

/** A document that at least one of the searches found. */
public record HybridHit(int document, Fused fused) {}
