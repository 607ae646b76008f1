package io.text2vec.lucene.store;

import io.text2vec.collections.CollectionException;
import io.text2vec.collections.CollectionException.EngineFailed;
import io.text2vec.collections.CollectionException.Invalid;
import io.text2vec.collections.CollectionException.NotFound;
import io.text2vec.collections.schema.CollectionDef;
import java.io.IOException;
import java.lang.System.Logger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Supplier;

/** The collections of a data directory, all open while this is. */
public final class Collections {
    private static final Logger LOG = System.getLogger(Collections.class.getName());

    /** Of what was written: an import, and not a few objects. */
    private static final long MUCH_BYTES = 4 << 20;

    private final DataDirectory directory;
    private final Resources resources;
    private final Map<String, StoredCollection> byName = new ConcurrentSkipListMap<>();

    private Collections(DataDirectory directory, Resources resources) {
        this.directory = directory;
        this.resources = resources;
    }

    /** Opens all; one that is damaged says so in the log and whenever it is asked for something, and harms no other. */
    public static Collections open(DataDirectory directory, Resources resources) {
        Collections collections = new Collections(directory, resources);
        collections.openAll();
        resources.nowAndThen(collections::tidy);
        return collections;
    }

    private void openAll() {
        try {
            directory.folders().forEach(this::open);
        } catch (IOException e) {
            throw new EngineFailed(
                    "The collections in %s cannot be listed: %s. See that the disk works."
                            .formatted(directory.collections(), e),
                    e);
        }
    }

    private void open(Path path) {
        CollectionFolder folder = new CollectionFolder(path);
        try {
            StoredCollection collection = StoredCollection.of(folder, resources, directory);
            byName.put(collection.definition().name(), collection);
            collection.open();
        } catch (EngineFailed damaged) {
            LOG.log(Logger.Level.ERROR, damaged.getMessage(), damaged);
        } catch (IOException damaged) {
            LOG.log(
                    Logger.Level.ERROR,
                    "The collection in %s is left out, since its file %s cannot be read: %s. Restore that file from a copy, or remove the folder."
                            .formatted(path, folder.definitionFile().getFileName(), damaged),
                    damaged);
        }
    }

    public Collection<StoredCollection> all() {
        return byName.values();
    }

    public Optional<StoredCollection> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** @throws NotFound if there is none */
    public StoredCollection get(String name) {
        return find(name).orElseThrow(() -> new NotFound("There is no collection %s.".formatted(name)));
    }

    /** Makes an empty collection. */
    public synchronized void create(CollectionDef definition) {
        String name = definition.name();
        if (byName.containsKey(name)) {
            throw new Invalid("There is a collection %s already.".formatted(name));
        }
        CollectionFolder folder = CollectionFolder.of(directory.collections(), name);
        if (Files.exists(folder.path())) {
            throw new EngineFailed(
                    ("Collection %s cannot be made: its folder %s holds one that could not be read at the start. Restore"
                                    + " that one and start again, or remove the folder.")
                            .formatted(name, folder.path()),
                    null);
        }
        try {
            CollectionFolder made = new CollectionFolder(directory.newFolder());
            made.make(definition);
            directory.adopt(made.path(), folder.path());
            StoredCollection collection = StoredCollection.of(folder, resources, directory);
            collection.open();
            byName.put(name, collection);
        } catch (IOException e) {
            throw new EngineFailed(
                    "Collection %s could not be made in %s: %s. See that the disk has space and works, then try again."
                            .formatted(name, folder.path(), e),
                    e);
        }
    }

    /** Removes a collection; none of that name is fine. */
    public synchronized void delete(String name) {
        StoredCollection collection = byName.get(name);
        if (collection == null) {
            return;
        }
        CollectionFolder folder = collection.giveUp();
        try {
            directory.discard(folder.path());
            byName.remove(name);
        } catch (IOException e) {
            throw new EngineFailed(
                    "Collection %s could not be removed from %s: %s. See that the disk works, then try again."
                            .formatted(name, folder.path(), e),
                    e);
        }
    }

    private void tidy() {
        long takenOver = 0;
        for (StoredCollection collection : byName.values()) {
            try {
                takenOver += collection.tidy();
            } catch (CollectionException gone) {
                // Removed or closed meanwhile.
            }
        }
        if (takenOver >= MUCH_BYTES) {
            // An import fills the heap with hundreds of megabytes that nobody needs any more. No collector gives them
            // back to the machine while the application does nothing, unless it is told to collect.
            System.gc();
        }
    }

    /** Waits for calls under way and closes all. */
    public synchronized void close(Supplier<CollectionException> why) {
        List<StoredCollection> open = List.copyOf(byName.values());
        EngineFailed failure = null;
        for (StoredCollection collection : open) {
            try {
                collection.close(why);
            } catch (EngineFailed e) {
                failure = e;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }
}
