package io.text2vec.collections.engine;

import io.text2vec.collections.filter.Filter;
import io.text2vec.collections.query.GroupBy;
import io.text2vec.collections.query.Sort;
import io.text2vec.collections.query.Wanted;
import io.text2vec.collections.schema.CollectionDef;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * A search that needs no vectorizer any more, its limits and combinations checked.
 *
 * @param limit at least 0
 * @param offset at least 0
 */
public record Query(
        CollectionDef collection,
        Optional<String> tenant,
        Ranking ranking,
        Optional<Filter> filter,
        int limit,
        int offset,
        Optional<UUID> after,
        List<Sort> sort,
        OptionalInt autocut,
        Optional<GroupBy> groupBy,
        Wanted wanted) {

    public Query {
        sort = List.copyOf(sort);
    }
}
