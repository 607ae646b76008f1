package io.text2vec.collections.query;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** What ranks the objects. */
public sealed interface Search {

    /** Nothing: by id, or by the request's sort. */
    record Fetch() implements Search {}

    /** Nearness of vectors. */
    record Near(Source source, Targets targets, Optional<Cutoff> cutoff) implements Search {}

    /** BM25; no properties: all that are searchable. */
    record Keyword(String query, List<SearchedProperty> properties, Match match) implements Search {
        public Keyword {
            properties = List.copyOf(properties);
        }
    }

    /**
     * Both, weighted.
     *
     * @param alpha weight of the vector's side; the keywords' is 1 - alpha
     * @param source of the vector; absent: the query's text
     * @param maxDistance past it no object counts
     */
    record Hybrid(
            String query,
            List<SearchedProperty> properties,
            Match match,
            double alpha,
            Fusion fusion,
            Optional<Source> source,
            Targets targets,
            OptionalDouble maxDistance)
            implements Search {
        public Hybrid {
            properties = List.copyOf(properties);
        }
    }

    /** How the two sides of a hybrid search become one order. */
    enum Fusion {
        RANKED,
        RELATIVE_SCORE
    }
}
