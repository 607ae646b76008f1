package io.text2vec.cluster.grpc;

import io.text2vec.cluster.schema.ClusterClass;
import io.text2vec.collections.CollectionException.Unsupported;
import io.text2vec.collections.query.Source;
import io.text2vec.collections.read.TextVectors;
import io.text2vec.weaviate.grpc.search.NearTextMessage;
import io.text2vec.weaviate.grpc.vector.VectorMessage;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBaseSearch.Hybrid;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBaseSearch.NearTextSearch;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBaseSearch.NearVector;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBaseSearch.VectorForTarget;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts vectors in the place of texts, in the searches of one class. Blocks. */
final class TextTargets {
    private final TextVectors vectors;
    private final ClusterClass kind;
    private final Optional<String> tenant;

    TextTargets(TextVectors vectors, ClusterClass kind, String tenant) {
        this.vectors = vectors;
        this.kind = kind;
        this.tenant = Optional.of(tenant).filter(name -> !name.isEmpty());
    }

    /** Whether the vectors of such a search are made here; Weaviate makes, or refuses, the others. */
    boolean ours(NearTextSearch near) {
        return ours(names(near));
    }

    @SuppressWarnings("deprecation") // older clients name targets so
    private static List<String> names(NearTextSearch near) {
        return near.hasTargets() ? near.getTargets().getTargetVectorsList() : near.getTargetVectorsList();
    }

    @SuppressWarnings("deprecation") // older clients name targets so
    private static List<String> names(Hybrid hybrid) {
        return hybrid.hasTargets() ? hybrid.getTargets().getTargetVectorsList() : hybrid.getTargetVectorsList();
    }

    private boolean ours(List<String> targets) {
        return targets.isEmpty()
                ? kind.vectorizes()
                : targets.stream().allMatch(name -> kind.vectorizes(name) || !kind.has(name));
    }

    /** The same search by vectors. */
    NearVector nearVector(NearTextSearch near) {
        return nearVector(near, names(near));
    }

    @SuppressWarnings("deprecation") // older clients name targets so
    private NearVector nearVector(NearTextSearch near, List<String> names) {
        refuseUnknown(near.getUnknownFields().asMap().isEmpty(), "near_text");
        NearVector.Builder built = NearVector.newBuilder().addAllTargetVectors(near.getTargetVectorsList());
        if (near.hasCertainty()) {
            built.setCertainty(near.getCertainty());
        }
        if (near.hasDistance()) {
            built.setDistance(near.getDistance());
        }
        if (near.hasTargets()) {
            built.setTargets(near.getTargets());
        }
        if (near.hasSelection()) {
            built.setSelection(near.getSelection());
        }
        put(vectors.of(NearTextMessage.source(near), kind.definition(), tenant, names), names, built);
        return built.build();
    }

    private static void put(Map<String, float[]> made, List<String> names, NearVector.Builder into) {
        if (names.isEmpty()) {
            into.addVectors(VectorMessage.of("", made.values().iterator().next()));
        } else {
            names.forEach(name -> into.addVectorForTargets(
                    VectorForTarget.newBuilder().setName(name).addVectors(VectorMessage.of("", made.get(name)))));
        }
    }

    /** The same hybrid search by vectors; itself where it needs none that is made here. */
    @SuppressWarnings("deprecation") // older clients name targets and send the vector so
    Hybrid hybrid(Hybrid hybrid) {
        if (hybrid.hasNearText()) {
            return ours(names(hybrid)) ? byNearText(hybrid) : hybrid;
        }
        boolean given = hybrid.getVectorsCount() > 0
                || !hybrid.getVectorBytes().isEmpty()
                || hybrid.getVectorCount() > 0
                || hybrid.hasNearVector();
        boolean byWords = hybrid.getUseAlphaParam()
                ? hybrid.hasAlphaParam() && hybrid.getAlphaParam() == 0
                : hybrid.getAlpha() == 0;
        if (given || byWords || hybrid.getQuery().isEmpty() || !ours(names(hybrid))) {
            return hybrid;
        }
        return byQuery(hybrid);
    }

    private Hybrid byNearText(Hybrid hybrid) {
        NearTextSearch near = hybrid.getNearText();
        List<String> own = names(near);
        return hybrid.toBuilder()
                .clearNearText()
                .setNearVector(nearVector(near, own.isEmpty() ? names(hybrid) : own))
                .build();
    }

    private Hybrid byQuery(Hybrid hybrid) {
        List<String> names = names(hybrid);
        Map<String, float[]> made = vectors.of(
                new Source.Texts(List.of(hybrid.getQuery()), Optional.empty(), Optional.empty()),
                kind.definition(),
                tenant,
                names);
        Hybrid.Builder built = hybrid.toBuilder();
        if (names.size() <= 1) {
            return built.addVectors(
                            VectorMessage.of("", made.values().iterator().next()))
                    .build();
        }
        NearVector.Builder near = NearVector.newBuilder();
        put(made, names, near);
        return built.setNearVector(near).build();
    }

    private static void refuseUnknown(boolean none, String message) {
        if (!none) {
            throw new Unsupported("A field of " + message
                    + " is newer than this: the search can't be turned into one by vectors without losing it.");
        }
    }
}
