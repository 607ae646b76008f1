package io.text2vec.cluster.engine;

import io.text2vec.collections.engine.Ranking;
import io.text2vec.collections.object.StoredObject;
import io.text2vec.collections.query.Hit;
import io.text2vec.collections.schema.VectorDef;
import io.text2vec.weaviate.grpc.part.IdBytes;
import io.text2vec.weaviate.grpc.vector.VectorBytes;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoSearchGet.MetadataResult;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoSearchGet.SearchResult;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;

/** Reads what was found. */
final class HitMessage {
    private HitMessage() {}

    /** @throws io.text2vec.collections.CollectionException.Unsupported if a vector is a list of vectors */
    static Hit read(SearchResult found, Ranking ranking) {
        MetadataResult told = found.getMetadata();
        boolean near = ranking instanceof Ranking.Near;
        return new Hit(
                object(found),
                near && told.getDistancePresent() ? number(told.getDistance()) : OptionalDouble.empty(),
                !near && told.getScorePresent() ? number(told.getScore()) : OptionalDouble.empty(),
                Optional.of(told.getExplainScore()).filter(words -> !near && !words.isEmpty()));
    }

    static StoredObject object(SearchResult found) {
        MetadataResult told = found.getMetadata();
        return new StoredObject(
                told.getId().isEmpty() ? IdBytes.read(told.getIdAsBytes()) : UUID.fromString(told.getId()),
                told.getCreationTimeUnix(),
                told.getLastUpdateTimeUnix(),
                ValueMessage.read(found.getProperties().getNonRefProps()),
                vectors(told));
    }

    /** By its digits: a float widened to a double gets digits that nobody gave. */
    private static OptionalDouble number(float value) {
        return OptionalDouble.of(Double.parseDouble(Float.toString(value)));
    }

    private static Map<String, float[]> vectors(MetadataResult told) {
        Map<String, float[]> vectors = new HashMap<>();
        if (!told.getVectorBytes().isEmpty()) {
            vectors.put(VectorDef.LEGACY, VectorBytes.floats(told.getVectorBytes(), "The object's vector"));
        }
        told.getVectorsList().forEach(vector -> {
            float[] numbers = VectorBytes.floats(vector, "The object's vector " + vector.getName());
            if (numbers.length > 0) {
                vectors.put(vector.getName(), numbers);
            }
        });
        return vectors;
    }
}
