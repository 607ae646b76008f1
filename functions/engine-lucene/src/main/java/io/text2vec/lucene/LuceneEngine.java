package io.text2vec.lucene;

import io.text2vec.collections.CollectionException;
import io.text2vec.collections.CollectionException.NotReady;
import io.text2vec.collections.CollectionException.Unsupported;
import io.text2vec.collections.engine.Engine;
import io.text2vec.collections.engine.Query;
import io.text2vec.collections.engine.Write;
import io.text2vec.collections.filter.Filter;
import io.text2vec.collections.object.StoredObject;
import io.text2vec.collections.query.SearchResult;
import io.text2vec.collections.schema.CollectionDef;
import io.text2vec.collections.tenant.TargetTenant;
import io.text2vec.lucene.filter.Filters;
import io.text2vec.lucene.filter.Pointed;
import io.text2vec.lucene.store.Collections;
import io.text2vec.lucene.store.DataDirectory;
import io.text2vec.lucene.store.Gate;
import io.text2vec.lucene.store.Resources;
import io.text2vec.lucene.store.StoredCollection;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;

/** The embedded engine: Lucene in a data directory that one process has open. */
public final class LuceneEngine implements Engine {
    private final DataDirectory directory;
    private final Resources resources;
    private final Collections collections;
    private final QueryRunner queries;
    private final Gate gate = new Gate();

    private LuceneEngine(DataDirectory directory, Resources resources, Collections collections, QueryRunner queries) {
        this.directory = directory;
        this.resources = resources;
        this.collections = collections;
        this.queries = queries;
    }

    /**
     * Opens the data directory, making it first if it is not there.
     *
     * @throws CollectionException.EngineFailed if it cannot be used; a collection that is damaged only says so when it is used
     */
    public static LuceneEngine open(LuceneSettings settings) {
        DataDirectory directory = DataDirectory.open(settings.directory());
        Resources resources =
                new Resources(settings.durability(), settings.bufferBytes(), settings.logBytes(), settings.threads());
        try {
            return new LuceneEngine(
                    directory,
                    resources,
                    Collections.open(directory, resources),
                    new QueryRunner(settings.hybridDepth()));
        } catch (RuntimeException e) {
            resources.close();
            directory.close();
            throw e;
        }
    }

    @Override
    public Collection<CollectionDef> collections() {
        return gate.through(() ->
                collections.all().stream().map(StoredCollection::definition).toList());
    }

    @Override
    public Optional<CollectionDef> collection(String name) {
        return gate.through(() -> collections.find(name).map(StoredCollection::definition));
    }

    @Override
    public void create(CollectionDef definition) {
        gate.through(() -> {
            collections.create(definition);
            return null;
        });
    }

    @Override
    public void update(CollectionDef definition) {
        gate.through(() -> {
            collections.get(definition.name()).update(definition);
            return null;
        });
    }

    @Override
    public void delete(String name) {
        gate.through(() -> {
            collections.delete(name);
            return null;
        });
    }

    @Override
    public Optional<String> model(String collection) {
        return gate.through(() -> collections.get(collection).model());
    }

    @Override
    public void bindModel(String collection, String fingerprint) {
        gate.through(() -> {
            collections.get(collection).bindModel(fingerprint);
            return null;
        });
    }

    @Override
    public OptionalInt vectorLength(String collection, String vector) {
        return gate.through(() -> collections.get(collection).vectorLength(vector));
    }

    @Override
    public List<Optional<CollectionException>> write(String collection, Optional<String> tenant, List<Write> writes) {
        return gate.through(() -> shard(collection, tenant).write(writes));
    }

    @Override
    public List<Optional<StoredObject>> get(String collection, Optional<String> tenant, List<UUID> ids) {
        return gate.through(() -> shard(collection, tenant).get(ids));
    }

    @Override
    public Set<UUID> present(String collection, Optional<String> tenant, List<UUID> ids) {
        return gate.through(() -> shard(collection, tenant).present(ids));
    }

    @Override
    public SearchResult search(Query query) {
        return gate.through(() -> shard(query.collection().name(), query.tenant())
                .search(searcher -> queries.run(searcher, query, new Targets(query.tenant()))));
    }

    @Override
    public long count(String collection, Optional<String> tenant, Optional<Filter> filter) {
        return gate.through(() -> {
            StoredCollection shard = shard(collection, tenant);
            return filter.map(wanted -> shard.count(Filters.of(shard.definition(), wanted, new Targets(tenant))))
                    .orElseGet(shard::count);
        });
    }

    @Override
    public Deleted delete(String collection, Optional<String> tenant, Filter filter, int most, boolean dryRun) {
        return gate.through(() -> {
            StoredCollection shard = shard(collection, tenant);
            return shard.delete(Filters.of(shard.definition(), filter, new Targets(tenant)), most, dryRun);
        });
    }

    @Override
    public List<Shard> shards(String collection) {
        return gate.through(() -> collections.get(collection).shards());
    }

    @Override
    public void close() {
        gate.close(LuceneEngine::stopped);
        try {
            collections.close(LuceneEngine::stopped);
        } finally {
            resources.close();
            directory.close();
        }
    }

    private StoredCollection shard(String collection, Optional<String> tenant) {
        if (tenant.isPresent()) {
            throw new Unsupported(
                    "Tenants are not there yet; ask for collection %s without one.".formatted(collection));
        }
        return collections.get(collection);
    }

    /** What the references of a tenant's objects lead to. */
    private final class Targets implements Pointed {
        private final Optional<String> tenant;

        Targets(Optional<String> tenant) {
            this.tenant = tenant;
        }

        @Override
        public Optional<CollectionDef> collection(String name) {
            return collections.find(name).map(StoredCollection::definition);
        }

        @Override
        public List<UUID> ids(CollectionDef collection, org.apache.lucene.search.Query query, int most) {
            return shard(collection.name(), TargetTenant.of(collection, tenant)).ids(query, most);
        }
    }

    private static CollectionException stopped() {
        return new NotReady("The storage is stopping.");
    }
}
