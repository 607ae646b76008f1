package io.text2vec.collections.schema;

import io.text2vec.collections.CollectionException;
import io.text2vec.collections.engine.Engine;
import io.text2vec.collections.engine.Query;
import io.text2vec.collections.engine.Write;
import io.text2vec.collections.filter.Filter;
import io.text2vec.collections.object.StoredObject;
import io.text2vec.collections.query.SearchResult;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;

/** Keeps definitions, and no objects. */
final class MemoryEngine implements Engine {
    private final Map<String, CollectionDef> collections = new ConcurrentSkipListMap<>();

    @Override
    public Collection<CollectionDef> collections() {
        return List.copyOf(collections.values());
    }

    @Override
    public Optional<CollectionDef> collection(String name) {
        return Optional.ofNullable(collections.get(name));
    }

    @Override
    public void create(CollectionDef definition) {
        if (collections.putIfAbsent(definition.name(), definition) != null) {
            throw new AssertionError("created twice: " + definition.name());
        }
    }

    @Override
    public void update(CollectionDef definition) {
        if (collections.replace(definition.name(), definition) == null) {
            throw new AssertionError("not there: " + definition.name());
        }
    }

    @Override
    public void delete(String name) {
        collections.remove(name);
    }

    @Override
    public List<Shard> shards(String collection) {
        return List.of(new Shard(collection, 0));
    }

    @Override
    public Optional<String> model(String collection) {
        throw new UnsupportedOperationException();
    }

    @Override
    public OptionalInt vectorLength(String collection, String vector) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void bindModel(String collection, String fingerprint) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Optional<CollectionException>> write(String collection, Optional<String> tenant, List<Write> writes) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Optional<StoredObject>> get(String collection, Optional<String> tenant, List<UUID> ids) {
        throw new UnsupportedOperationException();
    }

    @Override
    public SearchResult search(Query query) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long count(String collection, Optional<String> tenant, Optional<Filter> filter) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Deleted delete(String collection, Optional<String> tenant, Filter filter, int most, boolean dryRun) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}
}
