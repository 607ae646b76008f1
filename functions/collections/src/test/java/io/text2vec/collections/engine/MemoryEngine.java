package io.text2vec.collections.engine;

import io.text2vec.collections.CollectionException;
import io.text2vec.collections.aggregate.Aggregated;
import io.text2vec.collections.filter.Filter;
import io.text2vec.collections.object.StoredObject;
import io.text2vec.collections.query.SearchResult;
import io.text2vec.collections.schema.CollectionDef;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** An engine in memory that keeps objects, and the queries it was asked. It finds nothing. */
public final class MemoryEngine implements Engine {
    private final NavigableMap<String, CollectionDef> collections = new TreeMap<>();
    private final Map<String, NavigableMap<UUID, StoredObject>> objects = new ConcurrentHashMap<>();
    private final Map<String, String> models = new ConcurrentHashMap<>();
    private final TenantStore tenants = new MemoryTenants();
    private final AliasStore aliases = new MemoryAliases();
    private final List<Query> queries = new CopyOnWriteArrayList<>();
    private final List<AggregateQuery> aggregateQueries = new CopyOnWriteArrayList<>();
    private final List<List<Write>> writes = new CopyOnWriteArrayList<>();

    /** The queries so far. */
    public List<Query> queries() {
        return queries;
    }

    /** The aggregations so far. */
    public List<AggregateQuery> aggregateQueries() {
        return aggregateQueries;
    }

    /** The calls of {@link #write} so far. */
    public List<List<Write>> writes() {
        return writes;
    }

    /** The objects of a collection, by their ids. */
    public synchronized Map<UUID, StoredObject> objects(String collection) {
        return new TreeMap<>(objects.getOrDefault(collection, new TreeMap<>()));
    }

    @Override
    public synchronized Collection<CollectionDef> collections() {
        return List.copyOf(collections.values());
    }

    @Override
    public synchronized Optional<CollectionDef> collection(String name) {
        return Optional.ofNullable(collections.get(name));
    }

    @Override
    public synchronized void create(CollectionDef definition) {
        collections.put(definition.name(), definition);
        objects.put(definition.name(), new TreeMap<>());
    }

    @Override
    public synchronized void update(CollectionDef definition) {
        collections.put(definition.name(), definition);
    }

    @Override
    public synchronized void delete(String name) {
        collections.remove(name);
        objects.remove(name);
        models.remove(name);
    }

    @Override
    public Optional<String> model(String collection) {
        return Optional.ofNullable(models.get(collection));
    }

    @Override
    public void bindModel(String collection, String fingerprint) {
        models.put(collection, fingerprint);
    }

    @Override
    public synchronized OptionalInt vectorLength(String collection, Optional<String> tenant, String vector) {
        return objects.getOrDefault(collection, new TreeMap<>()).values().stream()
                .filter(object -> object.vectors().containsKey(vector))
                .mapToInt(object -> object.vectors().get(vector).length)
                .findFirst();
    }

    @Override
    public synchronized List<Optional<CollectionException>> write(
            String collection, Optional<String> tenant, List<Write> writes) {
        this.writes.add(List.copyOf(writes));
        NavigableMap<UUID, StoredObject> stored = objects.get(collection);
        if (stored == null) {
            throw new CollectionException.NotFound("There is no collection " + collection + ".");
        }
        List<Optional<CollectionException>> failures = new ArrayList<>();
        for (Write write : writes) {
            switch (write) {
                case Write.Put put -> stored.put(put.id(), put.object());
                case Write.Delete delete -> stored.remove(delete.id());
            }
            failures.add(Optional.empty());
        }
        return failures;
    }

    @Override
    public synchronized List<Optional<StoredObject>> get(String collection, Optional<String> tenant, List<UUID> ids) {
        return ids.stream()
                .map(id -> Optional.ofNullable(objects.get(collection).get(id)))
                .toList();
    }

    @Override
    public SearchResult search(Query query) {
        queries.add(query);
        return new SearchResult(List.of(), List.of());
    }

    @Override
    public Aggregated aggregate(AggregateQuery query) {
        aggregateQueries.add(query);
        return new Aggregated(List.of());
    }

    @Override
    public synchronized long count(String collection, Optional<String> tenant, Optional<Filter> filter) {
        return objects.get(collection).size();
    }

    @Override
    public Deleted delete(String collection, Optional<String> tenant, Filter filter, int most, boolean dryRun) {
        return new Deleted(most, List.of());
    }

    @Override
    public Optional<TenantStore> tenants() {
        return Optional.of(tenants);
    }

    @Override
    public Optional<AliasStore> aliases() {
        return Optional.of(aliases);
    }

    @Override
    public List<Shard> shards(String collection) {
        return List.of();
    }

    @Override
    public void close() {}
}
