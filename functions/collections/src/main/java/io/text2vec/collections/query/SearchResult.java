package io.text2vec.collections.query;

import java.util.List;
import java.util.OptionalDouble;

/**
 * What was found, best first.
 *
 * @param hits empty for a grouped search
 * @param groups empty unless asked for
 */
public record SearchResult(List<Hit> hits, List<Group> groups) {

    public SearchResult {
        hits = List.copyOf(hits);
        groups = List.copyOf(groups);
    }

    /**
     * Hits with the same value of a property.
     *
     * @param name the value as text; empty for objects without one
     * @param minDistance absent for keyword and hybrid searches
     * @param maxDistance absent for keyword and hybrid searches
     */
    public record Group(String name, OptionalDouble minDistance, OptionalDouble maxDistance, List<Hit> hits) {
        public Group {
            hits = List.copyOf(hits);
        }
    }
}
