package io.text2vec.cluster.engine;

import io.text2vec.collections.object.StoredObject;
import io.text2vec.weaviate.grpc.vector.VectorMessage;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBatch.BatchObject;
import java.util.Optional;

/** Writes an object of a batch. */
final class ObjectMessage {
    private ObjectMessage() {}

    /** @throws io.text2vec.collections.CollectionException.Invalid if a value can't be sent as it is */
    static BatchObject write(String collection, Optional<String> tenant, StoredObject object) {
        BatchObject.Builder out = BatchObject.newBuilder()
                .setUuid(object.id().toString())
                .setCollection(collection)
                .setTenant(tenant.orElse(""))
                .setProperties(PropertiesMessage.write(object.properties()));
        VectorMessage.put(object.vectors(), out);
        return out.build();
    }
}
