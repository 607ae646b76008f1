package io.text2vec.collections.engine;

import io.text2vec.collections.aggregate.Asked;
import io.text2vec.collections.filter.Filter;
import io.text2vec.collections.schema.CollectionDef;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * An aggregation that needs no vectorizer any more, its limits and combinations checked.
 *
 * @param ranking what finds the objects that count
 * @param objectLimit how many of them at most; absent: all, or all within the largest distance
 * @param groupBy the property whose values make groups
 * @param groups how many of them at most, at least 1
 */
public record AggregateQuery(
        CollectionDef collection,
        Optional<String> tenant,
        Ranking ranking,
        Optional<Filter> filter,
        OptionalInt objectLimit,
        Optional<String> groupBy,
        int groups,
        List<Asked> properties) {

    public AggregateQuery {
        properties = List.copyOf(properties);
    }
}
