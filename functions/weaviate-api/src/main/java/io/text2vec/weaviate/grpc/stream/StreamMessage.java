package io.text2vec.weaviate.grpc.stream;

import io.text2vec.collections.CollectionException.Invalid;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBatch.BatchStreamRequest;

/** A message of a client. */
public sealed interface StreamMessage {
    record Start() implements StreamMessage {}

    record Stop() implements StreamMessage {}

    /** Some items. */
    record Some(Items items) implements StreamMessage {}

    /** @throws Invalid if it is none of these */
    static StreamMessage of(BatchStreamRequest message) {
        return switch (message.getMessageCase()) {
            case START -> new Start();
            case STOP -> new Stop();
            case DATA ->
                new Some(new Items(
                        message.getData().getObjects().getValuesList(),
                        message.getData().getReferences().getValuesList()));
            case MESSAGE_NOT_SET -> throw new Invalid("A message of a stream is start, data or stop.");
        };
    }
}
