package io.text2vec.weaviate.grpc;

import io.text2vec.weaviate.grpc.stream.StreamStore;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBatch.BatchObject;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBatch.BatchReference;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** A store that remembers what it was given, and fails objects of the collection {@code Fails}. */
final class RecordedStore implements StreamStore {
    /** What came, in its order: an object's uuid, or a reference's name. */
    final List<String> written = new CopyOnWriteArrayList<>();

    private volatile CountDownLatch gate = new CountDownLatch(0);

    /** Writes nothing from now on until it may. */
    void hold() {
        gate = new CountDownLatch(1);
    }

    void go() {
        gate.countDown();
    }

    @Override
    public void importAll(Objects objects) {
        int index = 0;
        for (Optional<BatchObject> next = objects.next(); next.isPresent(); next = objects.next()) {
            await();
            BatchObject object = next.get();
            if (object.getCollection().equals("Breaks")) {
                throw new IllegalStateException("a secret");
            }
            written.add(object.getUuid());
            objects.told(List.of(new Outcome(
                    index++, object.getCollection().equals("Fails") ? Optional.of("it fails") : Optional.empty())));
        }
    }

    @Override
    public List<Optional<String>> link(List<BatchReference> references) {
        references.forEach(reference -> written.add(reference.getName()));
        return references.stream()
                .map(reference -> Optional.of("no references")
                        .filter(no -> reference.getName().equals("fails")))
                .toList();
    }

    private void await() {
        try {
            gate.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
