package io.text2vec.weaviate.grpc.search;

import com.google.protobuf.ByteString;
import io.text2vec.collections.CollectionException.Invalid;
import io.text2vec.collections.query.Search;
import io.text2vec.collections.query.Source;
import io.text2vec.weaviate.grpc.vector.VectorBytes;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBase.Vectors;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBaseSearch.NearVector;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBaseSearch.VectorForTarget;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads nearness to given vectors, which the contract can write in five ways. */
final class NearVectorMessage {
    private static final String VECTOR = "The search's vector";

    private NearVectorMessage() {}

    @SuppressWarnings("deprecation") // older clients name targets so
    static Search read(NearVector near) {
        Unsupported.selection(near.hasSelection());
        Source source = source(near);
        return new Search.Near(
                source,
                TargetsMessage.read(
                        near.hasTargets(), near.getTargets(), near.getTargetVectorsList(), Optional.of(source)),
                CutoffMessage.read(near.hasDistance(), near.getDistance(), near.hasCertainty(), near.getCertainty()));
    }

    /** @throws Invalid if there is no vector */
    @SuppressWarnings("deprecation") // three of the five ways are of older clients
    static Source source(NearVector near) {
        if (near.getVectorForTargetsCount() > 0) {
            return byTarget(near.getVectorForTargetsList());
        }
        if (near.getVectorPerTargetCount() > 0) {
            return perTarget(near.getVectorPerTargetMap());
        }
        return plain(near.getVectorsList(), near.getVectorBytes(), near.getVectorList())
                .orElseThrow(() -> new Invalid("A near_vector search needs a vector."));
    }

    /**
     * One vector for all targets, in any of three ways.
     *
     * @return nothing if there is none
     */
    static Optional<Source> plain(List<Vectors> vectors, ByteString bytes, List<Float> floats) {
        if (vectors.size() > 1) {
            throw new Invalid("A search takes one vector for all targets, not " + vectors.size()
                    + "; vectors for each go to vector_for_targets.");
        }
        if (!vectors.isEmpty()) {
            return Optional.of(new Source.Vector(VectorBytes.floats(vectors.getFirst(), VECTOR)));
        }
        if (!bytes.isEmpty()) {
            return Optional.of(new Source.Vector(VectorBytes.floats(bytes, VECTOR)));
        }
        return floats.isEmpty() ? Optional.empty() : Optional.of(new Source.Vector(VectorBytes.floats(floats)));
    }

    @SuppressWarnings("deprecation") // older clients send vector_bytes
    private static Source byTarget(List<VectorForTarget> targets) {
        Map<String, List<float[]>> vectors = new LinkedHashMap<>();
        for (VectorForTarget target : targets) {
            List<float[]> all = vectors.computeIfAbsent(target.getName(), name -> new ArrayList<>());
            target.getVectorsList().forEach(vector -> all.add(VectorBytes.floats(vector, VECTOR)));
            if (target.getVectorsCount() == 0) {
                all.add(VectorBytes.floats(target.getVectorBytes(), VECTOR));
            }
        }
        return new Source.Vectors(vectors);
    }

    private static Source perTarget(Map<String, ByteString> targets) {
        Map<String, List<float[]>> vectors = new LinkedHashMap<>();
        targets.forEach((name, bytes) -> vectors.put(name, List.of(VectorBytes.floats(bytes, VECTOR))));
        return new Source.Vectors(vectors);
    }
}
