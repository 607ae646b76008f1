package io.text2vec.lucene.store;

import io.text2vec.collections.CollectionException;
import io.text2vec.collections.CollectionException.EngineFailed;
import io.text2vec.collections.CollectionException.NotFound;
import io.text2vec.collections.engine.Engine;
import io.text2vec.collections.engine.Write;
import io.text2vec.collections.object.StoredObject;
import io.text2vec.collections.schema.CollectionDef;
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
    private final ShardStore shard;
    private final Gate gate = new Gate();
    private volatile CollectionDef definition;
    private volatile Optional<String> model;

    private StoredCollection(
            CollectionFolder folder, CollectionDef definition, Optional<String> model, Resources resources) {
        this.folder = folder;
        this.definition = definition;
        this.model = model;
        shard = new ShardStore(folder, CollectionFolder.ONLY_SHARD, this::definition, resources);
    }

    /** @throws IOException if its definition is missing or damaged */
    static StoredCollection of(CollectionFolder folder, Resources resources) throws IOException {
        return new StoredCollection(folder, folder.definition(), folder.model(), resources);
    }

    /** @throws EngineFailed if its log or index are damaged */
    void open() {
        shard.open();
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

    public List<Optional<CollectionException>> write(List<Write> writes) {
        return gate.through(() -> shard.write(writes));
    }

    public List<Optional<StoredObject>> get(List<UUID> ids) {
        return gate.through(() -> shard.get(ids));
    }

    /** Which of the ids have an object. */
    public Set<UUID> present(List<UUID> ids) {
        return gate.through(() -> shard.present(ids));
    }

    /** The first ids of objects that a query fits, at most so many. */
    public List<UUID> ids(Query query, int most) {
        return gate.through(() -> shard.search(searcher -> FirstIds.of(searcher, query, most)));
    }

    /** Searches everything that was acknowledged. */
    public <T> T search(Function<IndexSearcher, T> search) {
        return gate.through(() -> shard.search(search::apply));
    }

    public long count() {
        return gate.through(shard::count);
    }

    public long count(Query query) {
        return gate.through(() -> shard.search(searcher -> (long) searcher.count(query)));
    }

    /** How long the vectors of a name are; nothing before the first. */
    public OptionalInt vectorLength(String vector) {
        return gate.through(() -> shard.vectorLength(vector));
    }

    /** Deletes the first that fit, in the order of ids. */
    public Engine.Deleted delete(Query query, int most, boolean dryRun) {
        return gate.through(() -> {
            List<UUID> ids = shard.search(searcher -> FirstIds.of(searcher, query, most));
            if (!dryRun) {
                shard.deleteTogether(ids);
            }
            return new Engine.Deleted(ids.size(), ids);
        });
    }

    public List<Engine.Shard> shards() {
        return gate.through(() -> List.of(new Engine.Shard(CollectionFolder.ONLY_SHARD, shard.count())));
    }

    /**
     * Called now and then, for what is better done while nobody waits.
     *
     * @return whether there was much to do
     */
    boolean tidy() {
        return gate.through(shard::tidy);
    }

    /** Waits for calls under way and closes the files. */
    void close(Supplier<CollectionException> why) {
        gate.close(why);
        shard.close();
    }

    /** Waits for calls under way and closes the files, which are to be removed. */
    CollectionFolder giveUp() {
        gate.close(() -> new NotFound("There is no collection %s any more.".formatted(definition.name())));
        shard.abandon();
        return folder;
    }

    @FunctionalInterface
    private interface Change {
        void run() throws IOException;
    }
}
