package io.text2vec.weaviate.grpc.batch;

import io.text2vec.collections.CollectionException.Invalid;
import io.text2vec.collections.CollectionException.Unsupported;
import io.text2vec.collections.object.UuidText;
import io.text2vec.collections.schema.VectorDef;
import io.text2vec.collections.write.ObjectInput;
import io.text2vec.weaviate.grpc.vector.VectorBytes;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBase.Vectors;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBatch.BatchObject;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Reads an object of an import. */
public final class ObjectMessage {
    private ObjectMessage() {}

    /**
     * @throws Invalid if its id or a vector can't be read
     * @throws Unsupported for lists of vectors
     */
    public static ObjectInput read(BatchObject object) {
        if (object.getCollection().isEmpty()) {
            throw new Invalid("collection is missing");
        }
        return new ObjectInput(
                object.getCollection(),
                Optional.of(object.getTenant()).filter(name -> !name.isEmpty()),
                id(object.getUuid()),
                PropertiesMessage.read(object.getProperties()),
                vectors(object));
    }

    private static Optional<UUID> id(String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(UuidText.read(text).orElseThrow(() -> new Invalid("uuid must be a UUID of 36 characters")));
    }

    @SuppressWarnings("deprecation") // older clients send a vector as a list
    private static Map<String, float[]> vectors(BatchObject object) {
        Map<String, float[]> vectors = HashMap.newHashMap(object.getVectorsCount() + 1);
        if (!object.getVectorBytes().isEmpty()) {
            vectors.put(VectorDef.LEGACY, VectorBytes.floats(object.getVectorBytes(), "vector_bytes"));
        } else if (object.getVectorCount() > 0) {
            vectors.put(VectorDef.LEGACY, VectorBytes.floats(object.getVectorList()));
        }
        for (Vectors vector : object.getVectorsList()) {
            if (vectors.put(vector.getName(), VectorBytes.floats(vector, "the vector " + vector.getName())) != null) {
                throw new Invalid("the vector %s is given twice".formatted(vector.getName()));
            }
        }
        return vectors;
    }
}
