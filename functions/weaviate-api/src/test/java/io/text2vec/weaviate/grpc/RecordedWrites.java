package io.text2vec.weaviate.grpc;

import io.text2vec.collections.CollectionException;
import io.text2vec.collections.engine.Engine;
import io.text2vec.collections.filter.Filter;
import io.text2vec.collections.object.StoredObject;
import io.text2vec.collections.write.Arrivals;
import io.text2vec.collections.write.ObjectInput;
import io.text2vec.collections.write.ReferenceWrites;
import io.text2vec.collections.write.Writes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Writes that remember what was asked, and fail what has the property {@code fails}. */
public final class RecordedWrites implements Writes {
    public volatile List<ObjectInput> imported = List.of();
    public final RecordedReferences references = new RecordedReferences();
    public volatile Filter deleted;
    public volatile boolean dryRun;

    @Override
    public List<Outcome> importAll(List<ObjectInput> objects) {
        imported = List.copyOf(objects);
        return objects.stream().map(RecordedWrites::outcome).toList();
    }

    @Override
    public void importAll(Arrivals arrivals) {
        throw new UnsupportedOperationException();
    }

    private static Outcome outcome(ObjectInput object) {
        return object.properties().containsKey("fails")
                ? new Outcome.Failed(new CollectionException.Invalid("it fails"))
                : new Outcome.Stored(new StoredObject(object.id().orElseThrow(), 1, 1, Map.of(), Map.of()));
    }

    @Override
    public Engine.Deleted deleteAll(String collection, Optional<String> tenant, Filter filter, boolean dry) {
        deleted = filter;
        dryRun = dry;
        return new Engine.Deleted(2, List.of(new UUID(0, 1), new UUID(0, 2)));
    }

    @Override
    public StoredObject insert(ObjectInput object) {
        throw new UnsupportedOperationException();
    }

    @Override
    public StoredObject replace(ObjectInput object) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void merge(ObjectInput object) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void delete(String collection, Optional<String> tenant, UUID id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ReferenceWrites references() {
        return references;
    }

    @Override
    public void validate(ObjectInput object) {
        throw new UnsupportedOperationException();
    }
}
