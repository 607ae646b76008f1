package io.text2vec.weaviate.grpc;

import io.text2vec.collections.CollectionException;
import io.text2vec.collections.object.Beacons;
import io.text2vec.collections.write.ReferenceInput;
import io.text2vec.collections.write.ReferenceWrites;
import java.util.List;
import java.util.Optional;

/** References that are remembered, and fail where their property is {@code fails}. */
public final class RecordedReferences implements ReferenceWrites {
    public volatile List<ReferenceInput> added = List.of();

    @Override
    public List<Optional<CollectionException>> addAll(List<ReferenceInput> references) {
        added = List.copyOf(references);
        return references.stream().map(RecordedReferences::outcome).toList();
    }

    private static Optional<CollectionException> outcome(ReferenceInput reference) {
        return reference.from().property().equals("fails")
                ? Optional.of(new CollectionException.Invalid("it fails"))
                : Optional.empty();
    }

    @Override
    public void add(ReferenceInput reference) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void replace(Beacons.Source from, Optional<String> tenant, List<Beacons.Given> to) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void remove(ReferenceInput reference) {
        throw new UnsupportedOperationException();
    }
}
