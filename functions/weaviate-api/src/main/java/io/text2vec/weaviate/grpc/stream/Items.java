package io.text2vec.weaviate.grpc.stream;

import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBatch.BatchObject;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBatch.BatchReference;
import java.util.List;

/** What a message brings: objects, and then references. */
public record Items(List<BatchObject> objects, List<BatchReference> references) {

    public int size() {
        return objects.size() + references.size();
    }
}
