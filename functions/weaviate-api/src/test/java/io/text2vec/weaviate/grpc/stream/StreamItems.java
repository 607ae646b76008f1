package io.text2vec.weaviate.grpc.stream;

import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBatch.BatchObject;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBatch.BatchReference;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBatch.BatchStreamRequest;
import java.util.List;
import java.util.stream.Stream;

/** Items and messages for tests. */
public final class StreamItems {
    private StreamItems() {}

    static Items objects(String... uuids) {
        return new Items(Stream.of(uuids).map(StreamItems::object).toList(), List.of());
    }

    static Items both(String uuid, String reference) {
        return new Items(List.of(object(uuid)), List.of(reference("from", reference)));
    }

    public static BatchObject object(String uuid) {
        return BatchObject.newBuilder().setCollection("Film").setUuid(uuid).build();
    }

    public static BatchReference reference(String from, String name) {
        return BatchReference.newBuilder()
                .setFromCollection("Film")
                .setFromUuid(from)
                .setName(name)
                .setToUuid("to")
                .build();
    }

    public static BatchStreamRequest start() {
        return BatchStreamRequest.newBuilder()
                .setStart(BatchStreamRequest.Start.getDefaultInstance())
                .build();
    }

    public static BatchStreamRequest stop() {
        return BatchStreamRequest.newBuilder()
                .setStop(BatchStreamRequest.Stop.getDefaultInstance())
                .build();
    }

    public static BatchStreamRequest data(List<BatchObject> objects, List<BatchReference> references) {
        return BatchStreamRequest.newBuilder()
                .setData(BatchStreamRequest.Data.newBuilder()
                        .setObjects(BatchStreamRequest.Data.Objects.newBuilder().addAllValues(objects))
                        .setReferences(
                                BatchStreamRequest.Data.References.newBuilder().addAllValues(references)))
                .build();
    }
}
