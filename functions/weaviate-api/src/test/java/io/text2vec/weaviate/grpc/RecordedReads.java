package io.text2vec.weaviate.grpc;

import io.text2vec.collections.CollectionException;
import io.text2vec.collections.aggregate.AggregateRequest;
import io.text2vec.collections.aggregate.Aggregated;
import io.text2vec.collections.filter.Filter;
import io.text2vec.collections.object.StoredObject;
import io.text2vec.collections.query.SearchRequest;
import io.text2vec.collections.query.SearchResult;
import io.text2vec.collections.read.Reads;
import io.text2vec.collections.schema.CollectionDef;
import io.text2vec.collections.schema.Names;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** Reads of the one collection {@link TestCollection}, that remember what was asked. */
public final class RecordedReads implements Reads {
    public volatile SearchRequest asked;
    public final Map<UUID, StoredObject> objects = new ConcurrentHashMap<>();
    public final List<List<UUID>> got = new CopyOnWriteArrayList<>();
    public volatile Optional<Filter> counted = Optional.empty();
    public volatile AggregateRequest aggregation;
    public volatile Aggregated aggregated = new Aggregated(List.of());
    public volatile Function<SearchRequest, SearchResult> answer = request -> new SearchResult(List.of(), List.of());

    @Override
    public CollectionDef collection(String name) {
        if (!Names.collection(name).equals(TestCollection.NAME)) {
            throw new CollectionException.NotFound("There is no collection " + name + ".");
        }
        return TestCollection.DEFINITION;
    }

    @Override
    public SearchResult search(SearchRequest request) {
        asked = request;
        return answer.apply(request);
    }

    @Override
    public Optional<StoredObject> get(String collection, Optional<String> tenant, UUID id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Aggregated aggregate(AggregateRequest request) {
        aggregation = request;
        return aggregated;
    }

    @Override
    public List<Optional<StoredObject>> getTargets(String collection, Optional<String> tenant, List<UUID> ids) {
        got.add(ids);
        return ids.stream().map(id -> Optional.ofNullable(objects.get(id))).toList();
    }

    @Override
    public long count(String collection, Optional<String> tenant, Optional<Filter> filter) {
        counted = filter;
        return 42;
    }
}
