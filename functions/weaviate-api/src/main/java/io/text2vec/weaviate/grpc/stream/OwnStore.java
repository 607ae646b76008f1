package io.text2vec.weaviate.grpc.stream;

import io.text2vec.collections.CollectionException;
import io.text2vec.collections.write.Arrivals;
import io.text2vec.collections.write.ObjectInput;
import io.text2vec.collections.write.Writes;
import io.text2vec.weaviate.grpc.batch.BatchReferences;
import io.text2vec.weaviate.grpc.batch.ObjectMessage;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBatch.BatchObject;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBatch.BatchReference;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBatch.BatchReferencesRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** The collections of this process. */
public final class OwnStore implements StreamStore {
    private final Writes writes;

    public OwnStore(Writes writes) {
        this.writes = writes;
    }

    @Override
    public void importAll(Objects objects) {
        writes.importAll(new Readable(objects));
    }

    @Override
    public List<Optional<String>> link(List<BatchReference> references) {
        List<Optional<String>> failures = new ArrayList<>(Collections.nCopies(references.size(), Optional.empty()));
        BatchReferencesRequest all =
                BatchReferencesRequest.newBuilder().addAllReferences(references).build();
        new BatchReferences(writes)
                .answer(all)
                .getErrorsList()
                .forEach(error -> failures.set(error.getIndex(), Optional.of(error.getError())));
        return failures;
    }

    /** Those of a stream's objects that can be read; the others fail as they come. */
    private static final class Readable implements Arrivals {
        private final Objects objects;
        private final List<Integer> places = new ArrayList<>(); // in the stream, of those that could be read
        private int came;

        Readable(Objects objects) {
            this.objects = objects;
        }

        @Override
        public Optional<ObjectInput> next() {
            while (true) {
                Optional<BatchObject> object = objects.next();
                if (object.isEmpty()) {
                    return Optional.empty();
                }
                int place = came++;
                try {
                    ObjectInput read = ObjectMessage.read(object.get());
                    places.add(place);
                    return Optional.of(read);
                } catch (CollectionException unreadable) {
                    objects.told(List.of(new Outcome(place, Optional.of(unreadable.getMessage()))));
                }
            }
        }

        @Override
        public void told(List<Told> some) {
            objects.told(some.stream()
                    .map(told -> new Outcome(places.get(told.index()), failure(told.outcome())))
                    .toList());
        }

        private static Optional<String> failure(Writes.Outcome outcome) {
            return switch (outcome) {
                case Writes.Outcome.Stored _ -> Optional.empty();
                case Writes.Outcome.Failed failed -> Optional.of(failed.why().getMessage());
            };
        }

        @Override
        public boolean wanted() {
            return objects.wanted();
        }
    }
}
