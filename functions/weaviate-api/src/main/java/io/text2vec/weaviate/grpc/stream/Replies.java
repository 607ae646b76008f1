package io.text2vec.weaviate.grpc.stream;

import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBatch.BatchObject;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBatch.BatchReference;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBatch.BatchStreamReply;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBatch.BatchStreamReply.Acks;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBatch.BatchStreamReply.Backoff;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBatch.BatchStreamReply.Results;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBatch.BatchStreamReply.ShuttingDown;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBatch.BatchStreamReply.Started;
import java.util.Optional;

/** What a client is told. */
public final class Replies {
    private Replies() {}

    public static BatchStreamReply started() {
        return BatchStreamReply.newBuilder()
                .setStarted(Started.getDefaultInstance())
                .build();
    }

    /** Names every item of a message, which is in the queue now. */
    public static BatchStreamReply acks(Items items) {
        Acks.Builder acks = Acks.newBuilder();
        items.objects().forEach(object -> acks.addUuids(object.getUuid()));
        items.references().forEach(reference -> acks.addBeacons(beacon(reference)));
        return BatchStreamReply.newBuilder().setAcks(acks).build();
    }

    /** How many items the next message should have. */
    public static BatchStreamReply backoff(int items) {
        return BatchStreamReply.newBuilder()
                .setBackoff(Backoff.newBuilder().setBatchSize(items))
                .build();
    }

    public static BatchStreamReply shuttingDown() {
        return BatchStreamReply.newBuilder()
                .setShuttingDown(ShuttingDown.getDefaultInstance())
                .build();
    }

    /** That every item of a message failed. */
    public static BatchStreamReply failed(Items items, String why) {
        Results.Builder results = Results.newBuilder();
        items.objects().forEach(object -> add(results, object, Optional.of(why)));
        items.references().forEach(reference -> add(results, reference, Optional.of(why)));
        return results(results);
    }

    static BatchStreamReply results(Results.Builder results) {
        return BatchStreamReply.newBuilder().setResults(results).build();
    }

    static void add(Results.Builder results, BatchObject object, Optional<String> failure) {
        addObject(results, object.getUuid(), failure);
    }

    static void addObject(Results.Builder results, String uuid, Optional<String> failure) {
        failure.ifPresentOrElse(
                why -> results.addErrorsBuilder().setUuid(uuid).setError(why),
                () -> results.addSuccessesBuilder().setUuid(uuid));
    }

    static void add(Results.Builder results, BatchReference reference, Optional<String> failure) {
        String beacon = beacon(reference);
        failure.ifPresentOrElse(
                why -> results.addErrorsBuilder().setBeacon(beacon).setError(why),
                () -> results.addSuccessesBuilder().setBeacon(beacon));
    }

    /** As clients know a reference: by its object and property, whatever it points to. */
    private static String beacon(BatchReference reference) {
        return "weaviate://localhost/%s/%s/%s"
                .formatted(reference.getFromCollection(), reference.getFromUuid(), reference.getName());
    }
}
