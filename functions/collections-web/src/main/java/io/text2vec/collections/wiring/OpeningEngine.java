package io.text2vec.collections.wiring;

import io.text2vec.collections.CollectionException;
import io.text2vec.collections.engine.Engine;
import io.text2vec.collections.engine.Query;
import io.text2vec.collections.engine.Write;
import io.text2vec.collections.filter.Filter;
import io.text2vec.collections.object.StoredObject;
import io.text2vec.collections.query.SearchResult;
import io.text2vec.collections.schema.CollectionDef;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** An engine that opens beside the rest of the start, and refuses every call until it has. */
final class OpeningEngine implements Engine {
    private final CompletableFuture<Engine> opening;

    OpeningEngine(CompletableFuture<Engine> opening) {
        this.opening = opening;
    }

    private Engine open() {
        if (!opening.isDone() || opening.isCompletedExceptionally()) {
            throw new CollectionException.NotReady("The collections are not open yet.");
        }
        return opening.join();
    }

    @Override
    public Collection<CollectionDef> collections() {
        return open().collections();
    }

    @Override
    public Optional<CollectionDef> collection(String name) {
        return open().collection(name);
    }

    @Override
    public void create(CollectionDef definition) {
        open().create(definition);
    }

    @Override
    public void update(CollectionDef definition) {
        open().update(definition);
    }

    @Override
    public boolean completesSchema() {
        return open().completesSchema();
    }

    @Override
    public void delete(String name) {
        open().delete(name);
    }

    @Override
    public Optional<String> model(String collection) {
        return open().model(collection);
    }

    @Override
    public void bindModel(String collection, String fingerprint) {
        open().bindModel(collection, fingerprint);
    }

    @Override
    public OptionalInt vectorLength(String collection, String vector) {
        return open().vectorLength(collection, vector);
    }

    @Override
    public List<Optional<CollectionException>> write(String collection, Optional<String> tenant, List<Write> writes) {
        return open().write(collection, tenant, writes);
    }

    @Override
    public List<Optional<StoredObject>> get(String collection, Optional<String> tenant, List<UUID> ids) {
        return open().get(collection, tenant, ids);
    }

    @Override
    public Set<UUID> present(String collection, Optional<String> tenant, List<UUID> ids) {
        return open().present(collection, tenant, ids);
    }

    @Override
    public SearchResult search(Query query) {
        return open().search(query);
    }

    @Override
    public long count(String collection, Optional<String> tenant, Optional<Filter> filter) {
        return open().count(collection, tenant, filter);
    }

    @Override
    public Deleted delete(String collection, Optional<String> tenant, Filter filter, int most, boolean dryRun) {
        return open().delete(collection, tenant, filter, most, dryRun);
    }

    @Override
    public List<Shard> shards(String collection) {
        return open().shards(collection);
    }

    /** Waits for the opening first; one that fails has nothing to close. */
    @Override
    public void close() {
        opening.handle((engine, failure) -> {
                    if (engine != null) {
                        engine.close();
                    }
                    return null;
                })
                .join();
    }
}
