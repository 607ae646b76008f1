package io.text2vec.weaviate.grpc.batch;

import io.text2vec.collections.CollectionException;
import io.text2vec.collections.write.ObjectInput;
import io.text2vec.collections.write.Writes;
import io.text2vec.weaviate.grpc.part.Took;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBatch.BatchObjectsReply;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBatch.BatchObjectsReply.BatchError;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBatch.BatchObjectsRequest;
import java.util.ArrayList;
import java.util.List;

/** Stores the objects of a message; what is wrong with one is told by its index and touches no other. */
public final class BatchImport {
    private final Writes writes;

    public BatchImport(Writes writes) {
        this.writes = writes;
    }

    public BatchObjectsReply answer(BatchObjectsRequest request) {
        Took took = new Took();
        BatchObjectsReply.Builder reply = BatchObjectsReply.newBuilder();
        List<ObjectInput> objects = new ArrayList<>(request.getObjectsCount());
        int[] indexes = new int[request.getObjectsCount()]; // in the message, of those that could be read
        for (int i = 0; i < request.getObjectsCount(); i++) {
            try {
                ObjectInput object = ObjectMessage.read(request.getObjects(i));
                indexes[objects.size()] = i;
                objects.add(object);
            } catch (CollectionException unreadable) {
                reply.addErrors(error(i, unreadable));
            }
        }
        List<Writes.Outcome> outcomes = objects.isEmpty() ? List.of() : writes.importAll(objects);
        for (int i = 0; i < outcomes.size(); i++) {
            if (outcomes.get(i) instanceof Writes.Outcome.Failed failed) {
                reply.addErrors(error(indexes[i], failed.why()));
            }
        }
        return reply.setTook(took.seconds()).build();
    }

    private static BatchError error(int index, CollectionException why) {
        return BatchError.newBuilder()
                .setIndex(index)
                .setError(why.getMessage())
                .build();
    }
}
