package io.text2vec.lucene.store;

import io.text2vec.collections.CollectionException;
import io.text2vec.collections.CollectionException.EngineFailed;
import io.text2vec.collections.CollectionException.Invalid;
import io.text2vec.collections.CollectionException.NotFound;
import io.text2vec.collections.engine.Engine;
import io.text2vec.collections.engine.Write;
import io.text2vec.collections.object.StoredObject;
import io.text2vec.collections.schema.CollectionDef;
import io.text2vec.collections.tenant.Tenants;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;

/** A collection in the data directory. Where its files are damaged, every call but its removal says so. */
public final class StoredCollection {
    private final CollectionFolder folder;
    private final Shards shards;
    private final Gate gate = new Gate();
    private volatile CollectionDef definition;
    private volatile Optional<String> model;

    private StoredCollection(
            CollectionFolder folder,
            CollectionDef definition,
            Optional<String> model,
            Resources resources,
            DataDirectory directory) {
        this.folder = folder;
        this.definition = definition;
        this.model = model;
        shards = definition.multiTenancy().enabled()
                ? new TenantShards(folder, this::definition, resources, directory)
                : new OnlyShard(new ShardStore(
                        folder.onlyShard(),
                        this::definition,
                        resources,
                        IndexSizes.ofCollection(resources.bufferBytes())));
    }

    /** @throws IOException if its definition is missing or damaged */
    static StoredCollection of(CollectionFolder folder, Resources resources, DataDirectory directory)
            throws IOException {
        return new StoredCollection(folder, folder.definition(), folder.model(), resources, directory);
    }

    /** @throws EngineFailed if its log or index are damaged */
    void open() {
        shards.open();
    }

    public CollectionDef definition() {
        return definition;
    }

    public Optional<String> model() {
        return model;
    }

    /** Replaces the definition. */
    public void update(CollectionDef changed) {
        change("its definition", () -> {
            folder.write(changed);
            definition = changed;
        });
    }

    public void bindModel(String fingerprint) {
        change("the fingerprint of its model", () -> {
            folder.writeModel(fingerprint);
            model = Optional.of(fingerprint);
        });
    }

    private synchronized void change(String what, Change change) {
        gate.through(() -> {
            try {
                change.run();
                return null;
            } catch (IOException e) {
                throw new EngineFailed(
                        "Collection %s: %s could not be written to %s: %s. See that the disk has space and works, then try again."
                                .formatted(definition.name(), what, folder.path(), e),
                        e);
            }
        });
    }

    /** The calls that follow take the tenant where the collection has tenants, and only there. */
    private <T> T in(Optional<String> tenant, Function<ShardStore, T> call) {
        return gate.through(() -> {
            Tenants.check(definition, tenant);
            return shards.in(tenant, call);
        });
    }

    public List<Optional<CollectionException>> write(Optional<String> tenant, List<Write> writes) {
        return in(tenant, shard -> shard.write(writes));
    }

    public List<Optional<StoredObject>> get(Optional<String> tenant, List<UUID> ids) {
        return in(tenant, shard -> shard.get(ids));
    }

    /** Which of the ids have an object. */
    public Set<UUID> present(Optional<String> tenant, List<UUID> ids) {
        return in(tenant, shard -> shard.present(ids));
    }

    /** The first ids of objects that a query fits, at most so many. */
    public List<UUID> ids(Optional<String> tenant, Query query, int most) {
        return in(tenant, shard -> shard.search(searcher -> FirstIds.of(searcher, query, most)));
    }

    /** Searches everything that was acknowledged. */
    public <T> T search(Optional<String> tenant, Function<IndexSearcher, T> search) {
        return in(tenant, shard -> shard.search(search::apply));
    }

    public long count(Optional<String> tenant) {
        return in(tenant, ShardStore::count);
    }

    public long count(Optional<String> tenant, Query query) {
        return in(tenant, shard -> shard.search(searcher -> (long) searcher.count(query)));
    }

    /** How long the vectors of a name are; nothing before the first. */
    public OptionalInt vectorLength(Optional<String> tenant, String vector) {
        return in(tenant, shard -> shard.vectorLength(vector));
    }

    /** Deletes the first that fit, in the order of ids. */
    public Engine.Deleted delete(Optional<String> tenant, Query query, int most, boolean dryRun) {
        return in(tenant, shard -> {
            List<UUID> ids = shard.search(searcher -> FirstIds.of(searcher, query, most));
            if (!dryRun) {
                shard.deleteTogether(ids);
            }
            return new Engine.Deleted(ids.size(), ids);
        });
    }

    public List<Engine.Shard> shards() {
        return gate.through(shards::list);
    }

    public void setReadOnly(String shard, boolean readOnly) {
        gate.through(() -> {
            shards.setReadOnly(shard, readOnly);
            return null;
        });
    }

    /**
     * Asks its tenants.
     *
     * @throws Invalid if it has none
     */
    <T> T tenants(Function<TenantShards, T> call) {
        return gate.through(() -> {
            if (shards instanceof TenantShards tenants) {
                return call.apply(tenants);
            }
            throw new Invalid(definition.name() + " has no tenants.");
        });
    }

    /**
     * Called now and then, for what is better done while nobody waits.
     *
     * @return bytes of logs that indexes have taken over
     */
    long tidy() {
        return gate.through(shards::tidy);
    }

    /** Waits for calls under way and closes the files. */
    void close(Supplier<CollectionException> why) {
        gate.close(why);
        shards.close();
    }

    /** Waits for calls under way and closes the files, which are to be removed. */
    CollectionFolder giveUp() {
        gate.close(() -> new NotFound("There is no collection %s any more.".formatted(definition.name())));
        shards.abandon();
        return folder;
    }

    @FunctionalInterface
    private interface Change {
        void run() throws IOException;
    }
}
