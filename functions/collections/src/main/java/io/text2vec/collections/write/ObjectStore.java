package io.text2vec.collections.write;

import io.text2vec.collections.CollectionException;
import io.text2vec.collections.engine.Engine;
import io.text2vec.collections.engine.Write;
import io.text2vec.collections.object.StoredObject;
import io.text2vec.collections.vectorize.BoundModel;
import io.text2vec.collections.vectorize.PassageVectors.Passage;
import io.text2vec.collections.vectorize.VectorLengths;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Stores single objects, their vectors made. */
final class ObjectStore {
    private final Engine engine;
    private final VectorLengths lengths;
    private final BoundModel models;

    ObjectStore(Engine engine, VectorLengths lengths, BoundModel models) {
        this.engine = engine;
        this.lengths = lengths;
        this.models = models;
    }

    Optional<StoredObject> get(Draft draft) {
        return engine.get(draft.collection().name(), draft.tenant(), List.of(draft.id()))
                .getFirst();
    }

    /** @param made those of its vectors that were made now */
    void put(Draft draft, StoredObject object, Collection<Passage> made) {
        try (VectorLengths.Claimed _ = lengths.claim(draft.collection(), draft.tenant(), object.vectors())) {
            made.forEach(passage -> models.bind(draft.collection(), passage.scope(), passage.model()));
            write(draft.collection().name(), draft.tenant(), new Write.Put(object));
        }
    }

    void delete(String collection, Optional<String> tenant, UUID id) {
        write(collection, tenant, new Write.Delete(id));
    }

    private void write(String collection, Optional<String> tenant, Write write) {
        Optional<CollectionException> failure =
                engine.write(collection, tenant, List.of(write)).getFirst();
        if (failure.isPresent()) {
            throw failure.get();
        }
    }
}
