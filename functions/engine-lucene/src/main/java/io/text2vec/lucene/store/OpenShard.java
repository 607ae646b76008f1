package io.text2vec.lucene.store;

import io.text2vec.collections.CollectionException;
import io.text2vec.collections.CollectionException.EngineFailed;
import io.text2vec.collections.CollectionException.Invalid;
import io.text2vec.collections.engine.Write;
import io.text2vec.collections.object.StoredObject;
import io.text2vec.collections.query.Wanted;
import io.text2vec.collections.schema.CollectionDef;
import io.text2vec.lucene.document.ObjectCodec;
import io.text2vec.lucene.document.ObjectDocument;
import io.text2vec.lucene.log.Log;
import io.text2vec.lucene.store.RecentWrites.Place;
import io.text2vec.lucene.store.WritesCodec.Encoded;
import io.text2vec.lucene.vector.VectorFields;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.apache.lucene.document.Document;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.AlreadyClosedException;

/**
 * A shard from its opening until it is closed or its disk fails: the log, the index, and what is known of both.
 *
 * <p>A write is added to the log, in one order for all, and then indexed, in that order for each object. It is acknowledged
 * when the log is durable and the index has it. The index itself becomes durable by {@link Checkpoints}, now and then; what
 * it lacks is read from the log when the shard is opened.
 */
final class OpenShard {
    private static final Wanted ALL = new Wanted(true, Set.of(), true, false);

    /** What opening reads from the log ahead of the index. */
    private static final int READ_AHEAD = 1024;

    private final Supplier<CollectionDef> collection;
    private final Resources resources;
    private final ObjectIndex index;
    private final Lanes lanes;
    private final Log log;
    private final RecentWrites recent = new RecentWrites();
    private final Lengths lengths = new Lengths();
    private final AtomicLong count;
    private final Object order = new Object();
    private final Checkpoints checkpoints;
    private volatile Throwable broken;
    private int replayed;

    private OpenShard(Path logFolder, ObjectIndex index, Supplier<CollectionDef> collection, Resources resources)
            throws IOException {
        this.collection = collection;
        this.resources = resources;
        this.index = index;
        lanes = resources.lanes();
        count = new AtomicLong(
                index.search(searcher -> searcher.getIndexReader().numDocs()));
        index.search(this::rememberLengths);
        log = Log.open(logFolder, resources.durability(), index.covered(), this::replay);
        lanes.await();
        checkpoints = new Checkpoints(log, index, lanes, recent, resources.logBytes());
    }

    /** Opens a shard, with everything that was acknowledged. */
    static OpenShard open(Path logFolder, Path indexFolder, Supplier<CollectionDef> collection, Resources resources)
            throws IOException {
        ObjectIndex index = ObjectIndex.open(indexFolder, collection, resources.bufferBytes());
        try {
            OpenShard shard = new OpenShard(logFolder, index, collection, resources);
            if (shard.broken != null) {
                shard.log.close();
                throw new IOException(shard.broken);
            }
            return shard;
        } catch (IOException | RuntimeException e) {
            index.close();
            throw e;
        }
    }

    private Void rememberLengths(IndexSearcher searcher) {
        for (String name : collection.get().vectors().keySet()) {
            OptionalInt length = VectorFields.dimensions(searcher.getIndexReader(), name);
            length.ifPresent(known -> lengths.remember(name, known));
        }
        return null;
    }

    private void replay(long position, ByteBuffer record) throws IOException {
        while (record.hasRemaining()) {
            int at = record.position();
            Encoded write;
            try {
                write = WritesCodec.next(record);
            } catch (RuntimeException damage) {
                throw new IOException("the log's record at position " + position + " cannot be read", damage);
            }
            if (write.write() instanceof Write.Put put) {
                lengths.check(put.object());
            }
            Outcomes unread = new Outcomes(1);
            lanes.add(write.write().id(), () -> apply(write, position + at, 0, unread));
            if (++replayed % READ_AHEAD == 0) {
                lanes.await();
            }
        }
    }

    /** Whether it can go on; if not, it has to be opened anew. */
    boolean works() {
        return broken == null && index.works();
    }

    List<Optional<CollectionException>> write(List<Write> writes) {
        Outcomes outcomes = new Outcomes(writes.size());
        repairLog();
        long end = 0;
        Chunk chunk = new Chunk();
        List<Chunk> added = new ArrayList<>();
        for (int i = 0; i < writes.size(); i++) {
            try {
                check(writes.get(i));
                chunk.add(i, WritesCodec.encode(writes.get(i)));
            } catch (CollectionException wrong) {
                outcomes.failed(i, wrong);
            }
            if (chunk.isFull()) {
                end = Math.max(end, add(chunk, outcomes));
                chunk = new Chunk();
            }
        }
        if (!chunk.isEmpty()) {
            end = Math.max(end, add(chunk, outcomes));
        }
        return acknowledged(end, outcomes);
    }

    /** Removes objects: after a crash all are gone or none. */
    void deleteTogether(List<UUID> ids) {
        if (ids.isEmpty()) {
            return;
        }
        repairLog();
        Outcomes outcomes = new Outcomes(ids.size());
        Chunk chunk = new Chunk();
        for (int i = 0; i < ids.size(); i++) {
            chunk.add(i, WritesCodec.encode(new Write.Delete(ids.get(i))));
        }
        long end = add(chunk, outcomes);
        for (Optional<CollectionException> failure : acknowledged(end, outcomes)) {
            if (failure.isPresent()) {
                throw failure.get();
            }
        }
    }

    private void check(Write write) {
        if (write instanceof Write.Put(StoredObject object)) {
            VectorFields.check(collection.get(), object);
            lengths.check(object);
        }
    }

    /** Adds writes to the log and lets them be indexed; returns up to where the log has to be synced for them. */
    private long add(Chunk chunk, Outcomes outcomes) {
        byte[] record = chunk.record();
        try {
            synchronized (order) {
                long position = log.append(record);
                for (Chunk.Member member : chunk.members()) {
                    lanes.add(
                            member.write().write().id(),
                            () -> apply(member.write(), position + member.at(), member.number(), outcomes));
                }
                return position + record.length;
            }
        } catch (IOException full) {
            CollectionException failure = failed("could not write its log", full);
            chunk.members().forEach(member -> outcomes.failed(member.number(), failure));
            return 0;
        }
    }

    private List<Optional<CollectionException>> acknowledged(long end, Outcomes outcomes) {
        CollectionException unsynced = null;
        try {
            log.sync(end);
        } catch (IOException e) {
            unsynced = failed("could not make its log durable", e);
        }
        List<Optional<CollectionException>> all = outcomes.await();
        if (unsynced != null) {
            throw unsynced;
        }
        checkpoints.askWhenDue(() -> resources.inBackground(() -> checkpointIf(checkpoints.due())));
        return all;
    }

    /** Runs in a lane. */
    private void apply(Encoded write, long position, int number, Outcomes outcomes) {
        try {
            switch (write.write()) {
                case Write.Put(StoredObject object) -> put(object, position + write.objectAt(), write.objectLength());
                case Write.Delete(UUID id) -> delete(id);
            }
            outcomes.done(number);
        } catch (CollectionException wrong) {
            outcomes.failed(number, wrong);
        } catch (IllegalArgumentException wrong) {
            // Lucene's word for a document that it does not take.
            outcomes.failed(number, new Invalid("The object cannot be indexed: " + wrong.getMessage()));
        } catch (IOException | RuntimeException | Error e) {
            broken = e;
            outcomes.failed(number, failed("could not index an object", e));
        }
    }

    private void put(StoredObject object, long position, int length) throws IOException {
        Document document = ObjectDocument.of(collection.get(), object);
        boolean there = has(object.id());
        if (there) {
            index.replace(object.id(), document);
        } else {
            index.add(document);
            count.incrementAndGet();
        }
        recent.put(object.id(), new Place(position, length));
    }

    private void delete(UUID id) throws IOException {
        if (has(id)) {
            index.remove(id);
            count.decrementAndGet();
            recent.put(id, Place.NOWHERE);
        }
    }

    private boolean has(UUID id) throws IOException {
        Place place = recent.find(id);
        return place == null ? index.has(id) : place.exists();
    }

    List<Optional<StoredObject>> get(List<UUID> ids) throws IOException {
        return checkpoints.keepingLog(() -> {
            List<Optional<StoredObject>> found = new ArrayList<>(ids.size());
            for (UUID id : ids) {
                found.add(get(id));
            }
            return found;
        });
    }

    /** Which of the ids have an object. */
    Set<UUID> present(List<UUID> ids) throws IOException {
        Set<UUID> present = new HashSet<>();
        for (UUID id : ids) {
            if (has(id)) {
                present.add(id);
            }
        }
        return present;
    }

    private Optional<StoredObject> get(UUID id) throws IOException {
        Place place = recent.find(id);
        if (place == null) {
            return index.search(searcher -> {
                ObjectIndex.Located at = ObjectIndex.find(searcher, id);
                return at == null
                        ? Optional.empty()
                        : Optional.of(ObjectDocument.read(at.leaf(), at.document(), ALL, collection.get()));
            });
        }
        if (!place.exists()) {
            return Optional.empty();
        }
        byte[] object = log.read(place.position(), place.length());
        return Optional.of(ObjectCodec.decode(object, 0, object.length));
    }

    long count() {
        return count.get();
    }

    OptionalInt vectorLength(String vector) {
        return lengths.of(vector);
    }

    /** Searches everything that was acknowledged. */
    <T> T search(ObjectIndex.Search<T> search) throws IOException {
        index.refresh(recent);
        return index.search(search);
    }

    /** A log that failed takes nothing until the index covers all that it may have lost. */
    private void repairLog() {
        if (log.failed()) {
            checkpoint();
        }
    }

    /**
     * Called now and then: saves the time of reading a log to the next start, while nobody else needs the processor.
     *
     * @return whether there was much to do
     */
    boolean checkpointIfIdle() {
        return checkpointIf(checkpoints.worthWhileIdle());
    }

    private boolean checkpointIf(boolean needed) {
        if (!needed || !works()) {
            return false;
        }
        try {
            checkpoint();
            return true;
        } catch (EngineFailed later) {
            // The log stays, and who writes next learns of a disk that failed.
            return false;
        }
    }

    /** Makes the index durable and drops what the log has of it. */
    void checkpoint() {
        try {
            checkpoints.make();
        } catch (IOException | AlreadyClosedException e) {
            throw failed("could not put its index on disk", e);
        }
    }

    /** Closes without a checkpoint; what the index lacks, the log has. */
    void close() throws IOException {
        checkpoints.close();
    }

    private EngineFailed failed(String what, Throwable why) {
        return new EngineFailed(
                "Collection %s %s: %s. What was acknowledged is kept; see that the disk has space and works, then try again."
                        .formatted(collection.get().name(), what, why),
                why);
    }
}
