package io.text2vec.lucene.vector;

import io.text2vec.collections.rank.IdOrder;
import java.util.Comparator;
import java.util.UUID;

/** A document near to what was searched for; equally near ones stand in the order of their ids. */
public record NearHit(int document, UUID id, double distance) {
    static final Comparator<NearHit> NEAREST_FIRST =
            Comparator.comparingDouble(NearHit::distance).thenComparing(NearHit::id, IdOrder.ASCENDING);
}
