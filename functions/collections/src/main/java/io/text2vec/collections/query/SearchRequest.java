package io.text2vec.collections.query;

import io.text2vec.collections.filter.Filter;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * A search as a client asks it.
 *
 * @param collection name as it came
 * @param limit absent means the default
 * @param after only ids behind this one, in the order of ids
 * @param autocut keeps what stands before so many jumps of the distance or score
 */
public record SearchRequest(
        String collection,
        Optional<String> tenant,
        Search search,
        Optional<Filter> filter,
        OptionalInt limit,
        int offset,
        Optional<UUID> after,
        List<Sort> sort,
        OptionalInt autocut,
        Optional<GroupBy> groupBy,
        Wanted wanted) {

    public SearchRequest {
        sort = List.copyOf(sort);
    }
}
