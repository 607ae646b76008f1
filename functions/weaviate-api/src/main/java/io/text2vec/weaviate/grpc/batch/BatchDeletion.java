package io.text2vec.weaviate.grpc.batch;

import com.google.protobuf.ByteString;
import io.text2vec.collections.CollectionException.Invalid;
import io.text2vec.collections.engine.Engine.Deleted;
import io.text2vec.collections.write.Writes;
import io.text2vec.weaviate.grpc.filter.FilterMessage;
import io.text2vec.weaviate.grpc.part.IdBytes;
import io.text2vec.weaviate.grpc.part.Took;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBatchDelete.BatchDeleteObject;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBatchDelete.BatchDeleteReply;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBatchDelete.BatchDeleteRequest;
import java.util.Optional;
import java.util.UUID;

/** Deletes what fits a filter. What a dry run finds counts as successful. */
public final class BatchDeletion {
    private final Writes writes;

    public BatchDeletion(Writes writes) {
        this.writes = writes;
    }

    /** @throws Invalid if there is no filter: that would be everything */
    public BatchDeleteReply answer(BatchDeleteRequest request) {
        Took took = new Took();
        if (!request.hasFilters()) {
            throw new Invalid("filters is missing: to delete everything, delete the collection.");
        }
        Deleted deleted = writes.deleteAll(
                request.getCollection(),
                Optional.of(request.getTenant()).filter(name -> !name.isEmpty()),
                FilterMessage.read(request.getFilters()),
                request.getDryRun());
        BatchDeleteReply.Builder reply = BatchDeleteReply.newBuilder()
                .setMatches(deleted.matches())
                .setSuccessful(deleted.matches())
                .setFailed(0);
        if (request.getVerbose()) {
            deleted.ids().forEach(id -> reply.addObjects(object(id)));
        }
        return reply.setTook(took.seconds()).build();
    }

    private static BatchDeleteObject object(UUID id) {
        ByteString bytes = IdBytes.of(id);
        return BatchDeleteObject.newBuilder().setUuid(bytes).setSuccessful(true).build();
    }
}
