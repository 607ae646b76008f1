package io.text2vec.lucene.store;

import io.text2vec.collections.CollectionException;
import io.text2vec.collections.CollectionException.EngineFailed;
import io.text2vec.collections.engine.Write;
import io.text2vec.collections.object.StoredObject;
import io.text2vec.collections.schema.CollectionDef;
import io.text2vec.lucene.log.DamagedLogException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.apache.lucene.store.AlreadyClosedException;

/** A shard of a collection. After its disk failed it is opened anew by the next call. */
final class ShardStore {
    private final Path logFolder;
    private final Path indexFolder;
    private final Supplier<CollectionDef> collection;
    private final Resources resources;
    private volatile OpenShard open;

    ShardStore(CollectionFolder folder, String name, Supplier<CollectionDef> collection, Resources resources) {
        logFolder = folder.log(name);
        indexFolder = folder.index(name);
        this.collection = collection;
        this.resources = resources;
    }

    /** Opens it, unless it is open and works. */
    OpenShard open() {
        OpenShard now = open;
        return now != null && now.works() ? now : openAnew();
    }

    private synchronized OpenShard openAnew() {
        OpenShard former = open;
        if (former != null && former.works()) {
            return former;
        }
        try {
            if (former != null) {
                former.close();
                open = null;
            }
            OpenShard anew = OpenShard.open(logFolder, indexFolder, collection, resources);
            open = anew;
            return anew;
        } catch (IOException | RuntimeException e) {
            throw new EngineFailed(
                    ("Collection %s cannot be opened: %s. Its files are in %s; see that the disk has space and works, else"
                                    + " restore this folder from a copy, or delete the collection.")
                            .formatted(
                                    collection.get().name(),
                                    e instanceof DamagedLogException ? e.getMessage() : e,
                                    indexFolder.getParent()),
                    e);
        }
    }

    List<Optional<CollectionException>> write(List<Write> writes) {
        return open().write(writes);
    }

    void deleteTogether(List<UUID> ids) {
        open().deleteTogether(ids);
    }

    List<Optional<StoredObject>> get(List<UUID> ids) {
        return reading(shard -> shard.get(ids));
    }

    Set<UUID> present(List<UUID> ids) {
        return reading(shard -> shard.present(ids));
    }

    long count() {
        return open().count();
    }

    OptionalInt vectorLength(String vector) {
        return open().vectorLength(vector);
    }

    <T> T search(ObjectIndex.Search<T> search) {
        return reading(shard -> shard.search(search));
    }

    private <T> T reading(Reading<T> reading) {
        OpenShard shard = open();
        try {
            return reading.of(shard);
        } catch (IOException | AlreadyClosedException e) {
            throw new EngineFailed(
                    "Collection %s cannot be read: %s. See that the disk has space and works; if it goes on, restore %s from a copy."
                            .formatted(collection.get().name(), e, indexFolder.getParent()),
                    e);
        }
    }

    /** Called now and then; see {@link OpenShard#checkpointIfIdle}. */
    boolean tidy() {
        OpenShard now = open;
        return now != null && now.checkpointIfIdle();
    }

    /** Closes it, so that the next opening takes no time. */
    synchronized void close() {
        OpenShard last = open;
        if (last == null) {
            return;
        }
        try {
            if (last.works()) {
                last.checkpoint();
            }
        } finally {
            abandon();
        }
    }

    /** Closes it though nobody wants its files any more. */
    synchronized void abandon() {
        OpenShard last = open;
        open = null;
        if (last != null) {
            try {
                last.close();
            } catch (IOException e) {
                throw new EngineFailed(
                        "Collection %s could not be closed: %s. What was acknowledged is in its log."
                                .formatted(collection.get().name(), e),
                        e);
            }
        }
    }

    @FunctionalInterface
    private interface Reading<T> {
        T of(OpenShard shard) throws IOException;
    }
}
