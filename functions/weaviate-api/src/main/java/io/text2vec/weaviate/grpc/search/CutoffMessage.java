package io.text2vec.weaviate.grpc.search;

import io.text2vec.collections.CollectionException.Invalid;
import io.text2vec.collections.query.Cutoff;
import java.util.Optional;

/** Reads from where on a hit is too far. */
final class CutoffMessage {
    private CutoffMessage() {}

    /** @throws Invalid if it is given twice */
    static Optional<Cutoff> read(boolean hasDistance, double distance, boolean hasCertainty, double certainty) {
        if (hasDistance && hasCertainty) {
            throw new Invalid("A search takes a distance or a certainty, not both.");
        }
        if (hasDistance) {
            return Optional.of(new Cutoff.Distance(distance));
        }
        return hasCertainty ? Optional.of(new Cutoff.Certainty(certainty)) : Optional.empty();
    }
}
