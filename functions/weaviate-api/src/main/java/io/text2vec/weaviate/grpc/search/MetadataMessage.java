package io.text2vec.weaviate.grpc.search;

import io.text2vec.collections.object.StoredObject;
import io.text2vec.collections.query.Hit;
import io.text2vec.collections.schema.VectorDef;
import io.text2vec.weaviate.grpc.part.IdBytes;
import io.text2vec.weaviate.grpc.vector.VectorBytes;
import io.text2vec.weaviate.grpc.vector.VectorMessage;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoSearchGet.MetadataRequest;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoSearchGet.MetadataResult;
import java.util.List;

/**
 * Writes what is told of a hit beside its properties.
 *
 * @param named whether the collection's vectors have names
 * @param near whether the search was for nearness alone
 * @param certain whether its distance is one that has a certainty
 */
record MetadataMessage(MetadataRequest wanted, boolean named, boolean near, boolean certain) {

    MetadataResult write(Hit hit) {
        MetadataResult.Builder out = MetadataResult.newBuilder();
        StoredObject object = hit.object();
        if (wanted.getUuid()) {
            out.setId(object.id().toString()).setIdAsBytes(IdBytes.of(object.id()));
        }
        if (wanted.getCreationTimeUnix()) {
            out.setCreationTimeUnix(object.created()).setCreationTimeUnixPresent(true);
        }
        if (wanted.getLastUpdateTimeUnix()) {
            out.setLastUpdateTimeUnix(object.updated()).setLastUpdateTimeUnixPresent(true);
        }
        nearness(hit, out);
        if (wanted.getScore()) { // told even where there is none
            out.setScore((float) hit.score().orElse(0)).setScorePresent(true);
        }
        if (wanted.getExplainScore()) {
            out.setExplainScore(hit.explanation().orElse("")).setExplainScorePresent(true);
        }
        if (named) {
            namedVectors(object, out);
        } else if (wanted.getVector() && object.vectors().containsKey(VectorDef.LEGACY)) {
            out.setVectorBytes(VectorBytes.of(object.vectors().get(VectorDef.LEGACY)));
        }
        return out.build();
    }

    private void nearness(Hit hit, MetadataResult.Builder out) {
        if (!near || hit.distance().isEmpty()) {
            return;
        }
        double distance = hit.distance().getAsDouble();
        if (wanted.getDistance()) {
            out.setDistance((float) distance).setDistancePresent(true);
        }
        if (wanted.getCertainty() && certain) {
            out.setCertainty((float) (1 - distance / 2)).setCertaintyPresent(true);
        }
    }

    private void namedVectors(StoredObject object, MetadataResult.Builder out) {
        List<String> names =
                wanted.getVector() ? object.vectors().keySet().stream().sorted().toList() : wanted.getVectorsList();
        for (String name : names) {
            float[] vector = object.vectors().get(name);
            if (vector != null) {
                out.addVectors(VectorMessage.of(name, vector));
            }
        }
    }
}
