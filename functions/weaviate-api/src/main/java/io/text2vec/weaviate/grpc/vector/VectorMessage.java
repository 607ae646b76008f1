package io.text2vec.weaviate.grpc.vector;

import io.text2vec.collections.schema.VectorDef;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBase.Vectors;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBase.Vectors.VectorType;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBatch.BatchObject;
import java.util.Map;

/** Writes vectors as messages. */
public final class VectorMessage {
    private VectorMessage() {}

    /** @param name empty where the message around it says whose it is */
    public static Vectors of(String name, float[] vector) {
        return Vectors.newBuilder()
                .setName(name)
                .setVectorBytes(VectorBytes.of(vector))
                .setType(VectorType.VECTOR_TYPE_SINGLE_FP32)
                .build();
    }

    /** Puts vectors, by their names, to an object that goes into a batch. */
    public static void put(Map<String, float[]> vectors, BatchObject.Builder object) {
        vectors.forEach((name, vector) -> {
            if (name.equals(VectorDef.LEGACY)) {
                object.setVectorBytes(VectorBytes.of(vector));
            } else {
                object.addVectors(of(name, vector));
            }
        });
    }
}
