package io.text2vec.collections.engine;

import io.text2vec.collections.query.Match;
import io.text2vec.collections.query.Search.Fusion;
import io.text2vec.collections.query.SearchedProperty;
import io.text2vec.collections.query.Targets.Combination;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** What ranks the objects, every text having become a vector. */
public sealed interface Ranking {

    /** By id, or by the query's sort. */
    record None() implements Ranking {}

    /**
     * Nearness.
     *
     * @param targets at least one; a vector's name may stand more than once
     * @param maxDistance absent: no limit
     */
    record Near(List<Target> targets, Combination combination, OptionalDouble maxDistance) implements Ranking {
        public Near {
            targets = List.copyOf(targets);
        }
    }

    /** BM25 over the properties; none: over all that are searchable. */
    record Keyword(String query, List<SearchedProperty> properties, Match match) implements Ranking {
        public Keyword {
            properties = List.copyOf(properties);
        }
    }

    /**
     * Both.
     *
     * @param near absent if alpha is 0
     * @param keyword absent if alpha is 1
     */
    record Hybrid(Optional<Near> near, Optional<Keyword> keyword, double alpha, Fusion fusion) implements Ranking {}

    /**
     * A vector to be near to.
     *
     * @param name of the object's vector that it is compared with
     * @param weight of its distance, where the combination weighs
     */
    record Target(String name, float[] vector, double weight) {}
}
