package io.text2vec.cluster.grpc;

import com.google.protobuf.InvalidProtocolBufferException;
import io.text2vec.cluster.ObjectVectorizer;
import io.text2vec.cluster.ObjectVectorizer.Sent;
import io.text2vec.cluster.client.Cluster;
import io.text2vec.cluster.schema.Classes;
import io.text2vec.cluster.schema.ClusterClass;
import io.text2vec.collections.CollectionException;
import io.text2vec.collections.schema.VectorDef;
import io.text2vec.collections.write.BatchVectors.Made;
import io.text2vec.weaviate.grpc.GrpcPaths;
import io.text2vec.weaviate.grpc.batch.PropertiesMessage;
import io.text2vec.weaviate.grpc.part.Took;
import io.text2vec.weaviate.grpc.vector.VectorMessage;
import io.vertx.core.MultiMap;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBatch.BatchObject;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBatch.BatchObjectsReply;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBatch.BatchObjectsReply.BatchError;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBatch.BatchObjectsRequest;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** BatchObjects: goes on in parts, each with its vectors, while those of the next are made. Blocks. */
final class ImportCall {
    static final String PATH = GrpcPaths.WEAVIATE + "BatchObjects";

    /** Objects of a part. Smaller ones cost Weaviate more than what they let overlap. */
    private static final int PART = 64;

    private final Cluster cluster;
    private final Classes classes;
    private final ObjectVectorizer vectorizer;
    private final int largest;

    /** @param largest bytes of a message to Weaviate */
    ImportCall(Cluster cluster, Classes classes, ObjectVectorizer vectorizer, int largest) {
        this.cluster = cluster;
        this.classes = classes;
        this.vectorizer = vectorizer;
        this.largest = largest;
    }

    /** An object on its way, and its place in the caller's batch. */
    private record Placed(int index, BatchObject object) {}

    BatchObjectsReply answer(BatchObjectsRequest request, MultiMap metadata) {
        Took took = new Took();
        List<BatchError> errors = new ArrayList<>();
        List<Placed> readable = new ArrayList<>();
        List<Sent> sent = new ArrayList<>();
        read(request, readable, sent, errors);
        Onward<Placed, BatchError> onward = new Onward<>(PART, part -> send(request, part, metadata));
        BitSet open = new BitSet();
        open.set(0, sent.size());
        try {
            vectorizer.make(sent, (at, made) -> {
                open.clear(at);
                Placed placed = readable.get(at);
                switch (made) {
                    case Made.Failed failed -> errors.add(error(placed.index(), failed.why()));
                    case Made.Vectors vectors ->
                        onward.add(new Placed(placed.index(), with(placed.object(), vectors.vectors())));
                }
            });
        } catch (CollectionException stop) {
            if (!onward.started()) {
                throw stop; // which says that nothing was written
            }
            open.stream().forEach(at -> errors.add(error(readable.get(at).index(), stop)));
        }
        errors.addAll(onward.finish());
        errors.sort(Comparator.comparingInt(BatchError::getIndex));
        return BatchObjectsReply.newBuilder()
                .addAllErrors(errors)
                .setTook(took.seconds())
                .build();
    }

    private void read(BatchObjectsRequest request, List<Placed> readable, List<Sent> sent, List<BatchError> errors) {
        Map<String, Optional<ClusterClass>> kinds = new HashMap<>();
        for (int i = 0; i < request.getObjectsCount(); i++) {
            BatchObject object = request.getObjects(i);
            Optional<ClusterClass> kind = kinds.computeIfAbsent(object.getCollection(), classes::now);
            try {
                Map<String, Object> properties = kind.filter(ClusterClass::vectorizes)
                        .map(ours -> PropertiesMessage.readValues(object.getProperties()))
                        .orElse(Map.of());
                sent.add(new Sent(kind, properties, given(object), Optional.empty()));
                readable.add(new Placed(i, object));
            } catch (CollectionException unreadable) {
                errors.add(error(i, unreadable));
            }
        }
    }

    @SuppressWarnings("deprecation") // older clients send a vector as a list
    private static Set<String> given(BatchObject object) {
        Set<String> given = new HashSet<>();
        if (!object.getVectorBytes().isEmpty() || object.getVectorCount() > 0) {
            given.add(VectorDef.LEGACY);
        }
        object.getVectorsList().forEach(vector -> given.add(vector.getName()));
        return given;
    }

    /** With an id too, so that the same batch may be sent again when a connection breaks. */
    private static BatchObject with(BatchObject object, Map<String, float[]> made) {
        if (made.isEmpty() && !object.getUuid().isEmpty()) {
            return object;
        }
        BatchObject.Builder complete = object.toBuilder();
        if (object.getUuid().isEmpty()) {
            complete.setUuid(UUID.randomUUID().toString());
        }
        VectorMessage.put(made, complete);
        return complete.build();
    }

    /** With its vectors a batch may be larger than a message. */
    private List<List<Placed>> parts(List<Placed> objects) {
        List<List<Placed>> parts = new ArrayList<>();
        long size = 0;
        for (Placed each : objects) {
            int bytes = each.object().getSerializedSize() + Long.BYTES; // and its tag and length
            if (parts.isEmpty() || size + bytes > largest) {
                parts.add(new ArrayList<>());
                size = 0;
            }
            parts.getLast().add(each);
            size += bytes;
        }
        return parts;
    }

    private List<BatchError> send(BatchObjectsRequest request, List<Placed> objects, MultiMap metadata) {
        return parts(objects).stream()
                .flatMap(part -> sendOne(request, part, metadata).stream())
                .toList();
    }

    private List<BatchError> sendOne(BatchObjectsRequest request, List<Placed> part, MultiMap metadata) {
        BatchObjectsRequest onward = request.toBuilder()
                .clearObjects()
                .addAllObjects(part.stream().map(Placed::object).toList())
                .build();
        try {
            byte[] reply = cluster.call(PATH, metadata, onward.toByteArray(), true);
            return BatchObjectsReply.parseFrom(reply).getErrorsList().stream()
                    .map(error -> error.toBuilder()
                            .setIndex(part.get(error.getIndex()).index())
                            .build())
                    .toList();
        } catch (InvalidProtocolBufferException broken) {
            throw new IllegalStateException("Weaviate's reply to BatchObjects can't be read", broken);
        }
    }

    private static BatchError error(int index, CollectionException why) {
        return BatchError.newBuilder()
                .setIndex(index)
                .setError(why.getMessage())
                .build();
    }
}
