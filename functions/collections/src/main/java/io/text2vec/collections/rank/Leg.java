package io.text2vec.collections.rank;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * One of the searches that a hybrid search is made of.
 *
 * @param name of the search, as explanations tell it
 * @param weight its share of the score
 * @param hits best first
 */
public record Leg(String name, double weight, List<Scored> hits) {
    public static final String VECTOR = "vector,hybridVector";
    public static final String KEYWORD = "keyword,bm25";

    public Leg {
        hits = List.copyOf(hits);
    }

    /** This leg without the hits that another one lacks. */
    public Leg onlyIn(Leg other) {
        Set<UUID> there = other.hits.stream().map(Scored::id).collect(Collectors.toSet());
        return new Leg(
                name,
                weight,
                hits.stream().filter(hit -> there.contains(hit.id())).toList());
    }
}
