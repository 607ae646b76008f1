package io.text2vec.lucene;

import io.text2vec.collections.CollectionException;
import io.text2vec.collections.CollectionException.NotReady;
import io.text2vec.collections.aggregate.Aggregated;
import io.text2vec.collections.engine.AggregateQuery;
import io.text2vec.collections.engine.AliasStore;
import io.text2vec.collections.engine.Engine;
import io.text2vec.collections.engine.Query;
import io.text2vec.collections.engine.TenantStore;
import io.text2vec.collections.engine.Write;
import io.text2vec.collections.filter.Filter;
import io.text2vec.collections.object.StoredObject;
import io.text2vec.collections.query.SearchResult;
import io.text2vec.collections.schema.CollectionDef;
import io.text2vec.collections.tenant.TargetTenant;
import io.text2vec.lucene.aggregate.Aggregation;
import io.text2vec.lucene.filter.Filters;
import io.text2vec.lucene.filter.Pointed;
import io.text2vec.lucene.store.AliasFile;
import io.text2vec.lucene.store.Collections;
import io.text2vec.lucene.store.DataDirectory;
import io.text2vec.lucene.store.Gate;
import io.text2vec.lucene.store.Resources;
import io.text2vec.lucene.store.StoredCollection;
import io.text2vec.lucene.store.StoredTenants;
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
    private final int hybridDepth;
    private final Gate gate = new Gate();
    private final TenantStore tenants;
    private final AliasStore aliases;

    private LuceneEngine(DataDirectory directory, Resources resources, Collections collections, int hybridDepth) {
        this.directory = directory;
        this.resources = resources;
        this.collections = collections;
        this.queries = new QueryRunner(hybridDepth);
        this.hybridDepth = hybridDepth;
        tenants = new StoredTenants(collections, gate);
        aliases = new AliasFile(directory, gate);
    }

    /**
     * Opens the data directory, making it first if it is not there.
     *
     * @throws CollectionException.EngineFailed if it cannot be used; a collection that is damaged only says so when it is used
     */
    public static LuceneEngine open(LuceneSettings settings) {
        DataDirectory directory = DataDirectory.open(settings.directory());
        Resources resources = new Resources(
                settings.durability(),
                settings.bufferBytes(),
                settings.logBytes(),
                settings.threads(),
                settings.openTenants());
        try {
            return new LuceneEngine(
                    directory, resources, Collections.open(directory, resources), settings.hybridDepth());
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
    public OptionalInt vectorLength(String collection, Optional<String> tenant, String vector) {
        return gate.through(() -> collections.get(collection).vectorLength(tenant, vector));
    }

    @Override
    public List<Optional<CollectionException>> write(String collection, Optional<String> tenant, List<Write> writes) {
        return gate.through(() -> collections.get(collection).write(tenant, writes));
    }

    @Override
    public List<Optional<StoredObject>> get(String collection, Optional<String> tenant, List<UUID> ids) {
        return gate.through(() -> collections.get(collection).get(tenant, ids));
    }

    @Override
    public Set<UUID> present(String collection, Optional<String> tenant, List<UUID> ids) {
        return gate.through(() -> collections.get(collection).present(tenant, ids));
    }

    @Override
    public SearchResult search(Query query) {
        return gate.through(() -> collections
                .get(query.collection().name())
                .search(query.tenant(), searcher -> queries.run(searcher, query, new Targets(query.tenant()))));
    }

    @Override
    public Aggregated aggregate(AggregateQuery query) {
        return gate.through(
                () -> collections.get(query.collection().name()).search(query.tenant(), searcher -> new Aggregation(
                                searcher, query, hybridDepth, new Targets(query.tenant()))
                        .run()));
    }

    @Override
    public long count(String collection, Optional<String> tenant, Optional<Filter> filter) {
        return gate.through(() -> {
            StoredCollection stored = collections.get(collection);
            return filter.map(wanted ->
                            stored.count(tenant, Filters.of(stored.definition(), wanted, new Targets(tenant))))
                    .orElseGet(() -> stored.count(tenant));
        });
    }

    @Override
    public Deleted delete(String collection, Optional<String> tenant, Filter filter, int most, boolean dryRun) {
        return gate.through(() -> {
            StoredCollection stored = collections.get(collection);
            return stored.delete(tenant, Filters.of(stored.definition(), filter, new Targets(tenant)), most, dryRun);
        });
    }

    @Override
    public List<Shard> shards(String collection) {
        return gate.through(() -> collections.get(collection).shards());
    }

    @Override
    public void setReadOnly(String collection, String shard, boolean readOnly) {
        gate.through(() -> {
            collections.get(collection).setReadOnly(shard, readOnly);
            return null;
        });
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
    public void close() {
        gate.close(LuceneEngine::stopped);
        try {
            collections.close(LuceneEngine::stopped);
        } finally {
            resources.close();
            directory.close();
        }
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
            return collections.get(collection.name()).ids(TargetTenant.of(collection, tenant), query, most);
        }
    }

    private static CollectionException stopped() {
        return new NotReady("The storage is stopping.");
    }
}
