package io.text2vec.collections.query;

import io.text2vec.collections.schema.CollectionDef;
import io.text2vec.collections.schema.Distance;
import io.text2vec.collections.schema.VectorDef;
import java.util.List;

/** The certainty of a hit, {@code 1 - distance / 2}. */
public final class Certainty {
    private Certainty() {}

    /** Whether the hits of a search have one: if it is for nearness to a single target, compared by the cosine. */
    public static boolean isOf(Search search, CollectionDef collection) {
        if (!(search instanceof Search.Near near)) {
            return false;
        }
        List<String> names = near.targets().names().isEmpty()
                ? List.copyOf(collection.vectors().keySet())
                : near.targets().names();
        VectorDef vector = names.size() == 1 ? collection.vectors().get(names.getFirst()) : null;
        return vector != null && vector.index().distance() == Distance.COSINE;
    }
}
