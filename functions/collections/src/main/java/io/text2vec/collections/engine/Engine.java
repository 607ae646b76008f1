package io.text2vec.collections.engine;

import io.text2vec.collections.CollectionException;
import io.text2vec.collections.aggregate.Aggregated;
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
import java.util.stream.Collectors;

/**
 * Stores collections and searches them. Its methods block, may be called by many threads, and throw
 * {@link CollectionException} only. What a method acknowledged is on disk, and seen by every later call.
 */
public interface Engine extends AutoCloseable {

    /** All collections, in the order of their names. */
    Collection<CollectionDef> collections();

    /** @param name exactly as stored */
    Optional<CollectionDef> collection(String name);

    /** Makes an empty collection. Atomic: after a crash it is there as a whole or not at all. */
    void create(CollectionDef definition);

    /** Replaces the definition of a collection; that the change is allowed has been checked. Atomic. */
    void update(CollectionDef definition);

    /** Whether it makes collections and properties itself that objects are written with and that aren't there. */
    default boolean completesSchema() {
        return false;
    }

    /** Removes a collection with all it holds; none of that name is fine. Atomic. */
    void delete(String name);

    /** Whose vectors a collection holds: what {@link #bindModel} was given. */
    Optional<String> model(String collection);

    /** Remembers the fingerprint of the model and recipe whose vectors a collection holds. Durable. */
    void bindModel(String collection, String fingerprint);

    /** How long the vectors are that a collection, or its tenant, holds under a name; nothing before the first. */
    OptionalInt vectorLength(String collection, Optional<String> tenant, String vector);

    /**
     * Writes objects in order, all of them durable when it returns; of the same id the last one stays.
     *
     * @return for each write why it failed, or nothing
     */
    List<Optional<CollectionException>> write(String collection, Optional<String> tenant, List<Write> writes);

    /** The objects of the ids, in their order, with properties and all vectors; nothing where there is none. */
    List<Optional<StoredObject>> get(String collection, Optional<String> tenant, List<UUID> ids);

    /** Which of the ids have an object. */
    default Set<UUID> present(String collection, Optional<String> tenant, List<UUID> ids) {
        return get(collection, tenant, ids).stream()
                .flatMap(Optional::stream)
                .map(StoredObject::id)
                .collect(Collectors.toSet());
    }

    /** Searches. */
    SearchResult search(Query query);

    /** Works figures out over many objects. */
    Aggregated aggregate(AggregateQuery query);

    /** How many objects there are, or fit the filter. */
    long count(String collection, Optional<String> tenant, Optional<Filter> filter);

    /**
     * Deletes what fits a filter.
     *
     * @param most how many in one call
     * @param dryRun whether only to tell what would be deleted
     */
    Deleted delete(String collection, Optional<String> tenant, Filter filter, int most, boolean dryRun);

    /** The shards of a collection: one, or one for each tenant. */
    List<Shard> shards(String collection);

    /** The tenants of collections; nothing where the engine leaves them to whom it asks. */
    default Optional<TenantStore> tenants() {
        return Optional.empty();
    }

    /** Other names of collections; nothing where the engine leaves them to whom it asks. */
    default Optional<AliasStore> aliases() {
        return Optional.empty();
    }

    /**
     * Lets writes to a shard fail, or lets them through again. Holds until the process ends.
     *
     * @throws CollectionException.Invalid if there is no such shard
     */
    default void setReadOnly(String collection, String shard, boolean readOnly) {
        throw new CollectionException.Unsupported("This engine has no shards of its own to make READONLY.");
    }

    /** Waits for calls under way, then frees everything; later calls fail with {@link CollectionException.NotReady}. */
    @Override
    void close();

    /**
     * What a deletion found.
     *
     * @param matches how many fit, at most the limit of the call
     * @param ids of them, in the order of ids
     */
    record Deleted(long matches, List<UUID> ids) {
        public Deleted {
            ids = List.copyOf(ids);
        }
    }

    /**
     * A part of a collection.
     *
     * @param name the tenant's, or the engine's own
     * @param readOnly whether writes to it fail
     * @param open whether its files are
     */
    record Shard(String name, long objects, boolean readOnly, boolean open) {

        /** One whose files can't be opened: nothing of it is known. */
        public static Shard damaged(String name) {
            return new Shard(name, 0, true, false);
        }
    }
}
