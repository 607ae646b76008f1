package io.text2vec.weaviate.grpc.batch;

import io.text2vec.collections.CollectionException;
import io.text2vec.collections.CollectionException.Invalid;
import io.text2vec.collections.object.Beacons;
import io.text2vec.collections.object.UuidText;
import io.text2vec.collections.schema.Names;
import io.text2vec.collections.write.ReferenceInput;
import io.text2vec.collections.write.Writes;
import io.text2vec.weaviate.grpc.part.Took;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBatch.BatchReference;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBatch.BatchReferencesReply;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBatch.BatchReferencesRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Adds the references of a message; what is wrong with one is told by its index and touches no other. */
public final class BatchReferences {
    private final Writes writes;

    public BatchReferences(Writes writes) {
        this.writes = writes;
    }

    public BatchReferencesReply answer(BatchReferencesRequest request) {
        Took took = new Took();
        BatchReferencesReply.Builder reply = BatchReferencesReply.newBuilder();
        List<ReferenceInput> references = new ArrayList<>(request.getReferencesCount());
        List<Integer> indexes = new ArrayList<>(); // in the message, of those that could be read
        for (int i = 0; i < request.getReferencesCount(); i++) {
            try {
                references.add(read(request.getReferences(i)));
                indexes.add(i);
            } catch (CollectionException unreadable) {
                reply.addErrors(error(i, unreadable));
            }
        }
        List<Optional<CollectionException>> failures =
                references.isEmpty() ? List.of() : writes.references().addAll(references);
        for (int i = 0; i < failures.size(); i++) {
            int index = indexes.get(i);
            failures.get(i).ifPresent(why -> reply.addErrors(error(index, why)));
        }
        return reply.setTook(took.seconds()).build();
    }

    private static ReferenceInput read(BatchReference reference) {
        return new ReferenceInput(
                new Beacons.Source(
                        Names.collection(reference.getFromCollection()),
                        id(reference.getFromUuid(), "from_uuid"),
                        reference.getName()),
                Optional.of(reference.getTenant()).filter(name -> !name.isEmpty()),
                new Beacons.Given(
                        Optional.of(reference.getToCollection())
                                .filter(name -> !name.isEmpty())
                                .map(Names::collection),
                        id(reference.getToUuid(), "to_uuid")));
    }

    private static UUID id(String text, String field) {
        return UuidText.read(text).orElseThrow(() -> new Invalid(field + " must be a UUID of 36 characters"));
    }

    private static BatchReferencesReply.BatchError error(int index, CollectionException why) {
        return BatchReferencesReply.BatchError.newBuilder()
                .setIndex(index)
                .setError(why.getMessage())
                .build();
    }
}
