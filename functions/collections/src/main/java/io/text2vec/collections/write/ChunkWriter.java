package io.text2vec.collections.write;

import io.text2vec.collections.CollectionException;
import io.text2vec.collections.engine.Engine;
import io.text2vec.collections.engine.Write;
import io.text2vec.collections.object.StoredObject;
import io.text2vec.collections.vectorize.BoundModel;
import io.text2vec.collections.vectorize.VectorLengths;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Stores the objects of a chunk, those of each collection in one write. */
final class ChunkWriter {
    private final Engine engine;
    private final VectorLengths lengths;
    private final BoundModel models;
    private final IdLocks locks;
    private final InstantSource clock;

    ChunkWriter(Engine engine, VectorLengths lengths, BoundModel models, IdLocks locks, InstantSource clock) {
        this.engine = engine;
        this.lengths = lengths;
        this.models = models;
        this.locks = locks;
        this.clock = clock;
    }

    /** Objects of one collection and tenant. */
    private record Home(String collection, Optional<String> tenant) {}

    /** An item that is about to be stored. */
    private record Ready(Chunk.Item item, StoredObject object) {}

    /** @param outcomes told what became of each, by its index in the import */
    void write(Chunk chunk, BiConsumer<Integer, Writes.Outcome> outcomes) {
        Map<Home, List<Chunk.Item>> homes = new LinkedHashMap<>();
        for (Chunk.Item item : chunk.good()) {
            Draft draft = item.draft();
            homes.computeIfAbsent(new Home(draft.collection().name(), draft.tenant()), home -> new ArrayList<>())
                    .add(item);
        }
        homes.forEach((home, items) -> write(home, items, outcomes));
        for (Chunk.Item item : chunk.items()) {
            item.failure().ifPresent(why -> outcomes.accept(item.index(), new Writes.Outcome.Failed(why)));
        }
    }

    private void write(Home home, List<Chunk.Item> items, BiConsumer<Integer, Writes.Outcome> outcomes) {
        List<Ready> ready = new ArrayList<>(items.size());
        List<VectorLengths.Claimed> claims = new ArrayList<>(items.size());
        try {
            claim(items, ready, claims);
            store(home, ready, outcomes);
        } catch (CollectionException all) {
            ready.forEach(each -> each.item().fail(all));
        } finally {
            claims.forEach(VectorLengths.Claimed::close);
        }
    }

    private void claim(List<Chunk.Item> items, List<Ready> ready, List<VectorLengths.Claimed> claims) {
        long now = clock.millis();
        for (Chunk.Item item : items) {
            try {
                StoredObject object = item.stored(now);
                claims.add(lengths.claim(item.draft().collection(), item.draft().tenant(), object.vectors()));
                ready.add(new Ready(item, object));
            } catch (CollectionException why) {
                item.fail(why);
            }
        }
    }

    /** Whether the vectors that were made for it may stand beside those stored; else it has failed. */
    private boolean bind(Chunk.Item item) {
        try {
            item.models().forEach((scope, model) -> models.bind(item.draft().collection(), scope, model));
        } catch (CollectionException.Invalid of) {
            item.fail(of);
        }
        return item.failure().isEmpty();
    }

    private void store(Home home, List<Ready> ready, BiConsumer<Integer, Writes.Outcome> outcomes) {
        ready.removeIf(each -> !bind(each.item()));
        if (ready.isEmpty()) {
            return;
        }
        List<Write> writes = new ArrayList<>(ready.size());
        ready.forEach(each -> writes.add(new Write.Put(each.object())));
        List<Optional<CollectionException>> failures;
        try (IdLocks.Held _ =
                locks.lock(home.collection(), writes.stream().map(Write::id).toList())) {
            failures = engine.write(home.collection(), home.tenant(), writes);
        }
        for (int i = 0; i < ready.size(); i++) {
            Ready each = ready.get(i);
            failures.get(i)
                    .ifPresentOrElse(
                            each.item()::fail,
                            () -> outcomes.accept(each.item().index(), new Writes.Outcome.Stored(each.object())));
        }
    }
}
