package io.text2vec.collections.write;

import io.text2vec.collections.CollectionException;
import io.text2vec.collections.object.Value;
import io.text2vec.collections.schema.CollectionDef;
import io.text2vec.collections.vectorize.BoundModel;
import io.text2vec.collections.vectorize.ObjectVectors;
import io.text2vec.collections.vectorize.ObjectVectors.Missing;
import io.text2vec.collections.vectorize.VectorRequests;
import io.text2vec.collections.vectorize.VectorizeSettings;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;

/**
 * Makes the vectors of many objects, for whoever stores them elsewhere. Blocks; for any thread. Calls share the embedder's
 * queue as imports do, so that a query always finds room.
 */
public final class BatchVectors {
    /** Chunks in the embedder's queue at once, of one call. */
    private static final int AHEAD = 3;

    private static final UUID NO_ID = new UUID(0, 0);

    private final ObjectVectors vectors;
    private final BoundModel models;
    private final ChunkEmbedder chunks;

    /** @param chunksAtOnce parts of calls whose texts may be in the embedder's queue at once, over all calls */
    public BatchVectors(VectorRequests requests, BoundModel models, VectorizeSettings settings, int chunksAtOnce) {
        vectors = new ObjectVectors(requests, settings);
        this.models = models;
        chunks = new ChunkEmbedder(chunksAtOnce);
    }

    /**
     * An object whose vectors are wanted.
     *
     * @param properties those that matter to its text, at least
     * @param given names of vectors that it brings
     * @param before properties of the stored object that it changes, whose vectors are good where the text is the same
     */
    public record Wanted(
            CollectionDef collection,
            Map<String, Value> properties,
            Set<String> given,
            Optional<Map<String, Value>> before) {}

    /** What became of an object. */
    public sealed interface Made {

        /** @param vectors those that were made, by name; may be none */
        record Vectors(Map<String, float[]> vectors) implements Made {}

        record Failed(CollectionException why) implements Made {}
    }

    /**
     * Makes the vectors that objects lack by the rules of their collections.
     *
     * @param told what became of each object, by its place, as soon as it is known; those that didn't fail in their order
     * @throws CollectionException.Busy if there is no room for a single text
     * @throws CollectionException.NotReady if no vectors are made now
     */
    public void make(List<Wanted> objects, BiConsumer<Integer, Made> told) {
        new Run(objects, told).embed();
    }

    /** One call. Used by its thread alone. */
    private final class Run {
        private final List<Wanted> objects;
        private final BiConsumer<Integer, Made> told;
        private final Deque<ChunkEmbedder.Coming> coming = new ArrayDeque<>();
        private int next;

        Run(List<Wanted> objects, BiConsumer<Integer, Made> told) {
            this.objects = objects;
            this.told = told;
        }

        void embed() {
            Chunk read = null;
            try {
                while (read != null || next < objects.size() || !coming.isEmpty()) {
                    read = read == null && next < objects.size() ? chunk() : read;
                    if (read != null && coming.size() < AHEAD && start(read)) {
                        read = null;
                    } else {
                        finish();
                    }
                }
            } finally {
                coming.forEach(ChunkEmbedder.Coming::cancel);
            }
        }

        private Chunk chunk() {
            List<Chunk.Item> items = new ArrayList<>();
            int texts = 0;
            int characters = 0;
            while (next < objects.size() && texts < ChunkReader.TEXTS && characters < ChunkReader.CHARACTERS) {
                int index = next++;
                try {
                    List<Missing> missing = missing(objects.get(index));
                    items.add(new Chunk.Item(index, draft(objects.get(index)), missing));
                    texts += missing.size();
                    for (Missing each : missing) {
                        characters += each.text().request().text().length();
                    }
                } catch (CollectionException.NotReady stop) {
                    throw stop;
                } catch (CollectionException why) {
                    told.accept(index, new Made.Failed(why));
                }
            }
            return new Chunk(items);
        }

        private List<Missing> missing(Wanted object) {
            List<Missing> missing =
                    new ArrayList<>(vectors.missing(object.collection(), object.properties(), none(object)));
            object.before()
                    .ifPresent(before -> missing.removeIf(each -> each.rule().same(before, object.properties())));
            missing.forEach(each -> each.text().check(object.collection(), models));
            return missing;
        }

        /** Waits for a place in the embedder's queue only where this call has none. */
        private boolean start(Chunk chunk) {
            Optional<ChunkEmbedder.Coming> started = chunks.start(chunk, coming.isEmpty());
            started.ifPresent(coming::add);
            return started.isPresent();
        }

        private void finish() {
            ChunkEmbedder.Coming first = coming.poll();
            first.finish(coming, Patience.NONE);
            for (Chunk.Item item : first.chunk().items()) {
                told.accept(
                        item.index(),
                        item.failure()
                                .<Made>map(Made.Failed::new)
                                .orElseGet(() -> new Made.Vectors(item.stored(0).vectors())));
            }
        }
    }

    private static Draft draft(Wanted object) {
        return new Draft(object.collection(), Optional.empty(), NO_ID, false, object.properties(), Map.of());
    }

    /** The vectors that came, by their names alone: nobody looks at their numbers here. */
    private static Map<String, float[]> none(Wanted object) {
        Map<String, float[]> given = new HashMap<>();
        object.given().forEach(name -> given.put(name, new float[0]));
        return given;
    }
}
