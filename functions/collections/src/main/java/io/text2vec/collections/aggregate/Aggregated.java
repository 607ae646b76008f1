package io.text2vec.collections.aggregate;

import io.text2vec.collections.object.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What came out.
 *
 * @param groups the largest first, equal ones in the order of their values; a single one without a value where nothing
 *     was grouped
 */
public record Aggregated(List<Group> groups) {

    public Aggregated {
        groups = List.copyOf(groups);
    }

    /**
     * Objects that have a value in common.
     *
     * @param by that value
     * @param properties by name
     */
    public record Group(Optional<Value> by, long objects, Map<String, Summary> properties) {
        public Group {
            properties = Map.copyOf(properties);
        }
    }
}
