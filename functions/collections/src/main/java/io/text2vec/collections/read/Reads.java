package io.text2vec.collections.read;

import io.text2vec.collections.CollectionException;
import io.text2vec.collections.aggregate.AggregateRequest;
import io.text2vec.collections.aggregate.Aggregated;
import io.text2vec.collections.filter.Filter;
import io.text2vec.collections.object.StoredObject;
import io.text2vec.collections.query.SearchRequest;
import io.text2vec.collections.query.SearchResult;
import io.text2vec.collections.schema.CollectionDef;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Searches: checks what is asked, turns texts into vectors, asks the engine. Blocks; {@link CollectionException} only. */
public interface Reads {

    /** @throws CollectionException.NotFound if there is no such collection */
    CollectionDef collection(String name);

    SearchResult search(SearchRequest request);

    /** An object with properties and all vectors. */
    Optional<StoredObject> get(String collection, Optional<String> tenant, UUID id);

    Aggregated aggregate(AggregateRequest request);

    /**
     * The objects that references lead to, in the order of the ids, with properties and all vectors; nothing where there is
     * none, or where the tenant is gone or not active.
     */
    List<Optional<StoredObject>> getTargets(String collection, Optional<String> tenant, List<UUID> ids);

    /** How many objects there are, or fit the filter. */
    long count(String collection, Optional<String> tenant, Optional<Filter> filter);
}
