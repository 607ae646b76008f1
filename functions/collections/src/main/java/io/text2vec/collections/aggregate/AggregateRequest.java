package io.text2vec.collections.aggregate;

import io.text2vec.collections.filter.Filter;
import io.text2vec.collections.query.Search;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * An aggregation as a client asks it.
 *
 * @param collection name as it came
 * @param search whose hits count; {@link Search.Fetch}: all objects do
 * @param objectLimit how many hits at most
 * @param groupBy the property whose values make groups
 * @param groups how many, those with the most objects; absent: the default
 */
public record AggregateRequest(
        String collection,
        Optional<String> tenant,
        Search search,
        Optional<Filter> filter,
        OptionalInt objectLimit,
        Optional<String> groupBy,
        OptionalInt groups,
        List<Asked> properties) {

    public AggregateRequest {
        properties = List.copyOf(properties);
    }
}
