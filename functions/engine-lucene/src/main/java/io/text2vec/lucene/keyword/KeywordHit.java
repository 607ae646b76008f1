package io.text2vec.lucene.keyword;

import io.text2vec.collections.rank.IdOrder;
import java.util.Comparator;
import java.util.UUID;

/** A document that keywords were found in; equal scores stand in the order of the ids. */
public record KeywordHit(int document, UUID id, float score) {
    static final Comparator<KeywordHit> BEST_FIRST = Comparator.comparingDouble((KeywordHit hit) -> -hit.score())
            .thenComparing(KeywordHit::id, IdOrder.ASCENDING);
}
