package io.text2vec.clients;

import io.weaviate.client6.v1.api.collections.WeaviateObject;
import java.util.List;
import java.util.Map;

/** Five films: enough to see that a search understands what it is asked. */
final class Films {
    private static final Map<String, String> DESCRIPTIONS = Map.of(
            "Jaws", "A great white shark terrorises the bathers of a small island town.",
            "Home Alone", "At Christmas a family flies to Paris and forgets its youngest son at home.",
            "Alien", "The crew of a space freighter is hunted by a creature from another planet.",
            "Casablanca", "In wartime a bar owner meets the woman again who once left him.",
            "The Holiday", "Two women swap their houses in December and both fall in love.");

    private Films() {}

    static List<WeaviateObject<Map<String, Object>>> all() {
        return DESCRIPTIONS.entrySet().stream()
                .map(film -> WeaviateObject.<Map<String, Object>>of(
                        object -> object.properties(Map.of("title", film.getKey(), "description", film.getValue()))))
                .toList();
    }
}
