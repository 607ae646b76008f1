package io.text2vec.cluster.engine;

import io.text2vec.collections.engine.Ranking;
import io.text2vec.collections.query.Targets.Combination;
import io.text2vec.collections.schema.VectorDef;
import io.text2vec.weaviate.grpc.vector.VectorMessage;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBaseSearch.CombinationMethod;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBaseSearch.NearVector;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBaseSearch.Targets;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBaseSearch.VectorForTarget;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBaseSearch.WeightsForTarget;

/** Writes nearness to vectors. */
final class NearMessage {
    private NearMessage() {}

    static NearVector write(Ranking.Near near) {
        NearVector.Builder out = vectors(near);
        if (!unnamed(near)) {
            out.setTargets(targets(near));
        }
        near.maxDistance().ifPresent(out::setDistance);
        return out.build();
    }

    /** The vectors without what says how they count. */
    static NearVector.Builder vectors(Ranking.Near near) {
        NearVector.Builder out = NearVector.newBuilder();
        if (unnamed(near)) {
            return out.addVectors(VectorMessage.of("", near.targets().getFirst().vector()));
        }
        near.targets()
                .forEach(target -> out.addVectorForTargets(VectorForTarget.newBuilder()
                        .setName(target.name())
                        .addVectors(VectorMessage.of("", target.vector()))));
        return out;
    }

    /** Whether the collection's only vector is meant, which has no name. */
    static boolean unnamed(Ranking.Near near) {
        return near.targets().getFirst().name().equals(VectorDef.LEGACY);
    }

    static Targets targets(Ranking.Near near) {
        Targets.Builder out = Targets.newBuilder();
        near.targets().forEach(target -> out.addTargetVectors(target.name()));
        if (near.targets().size() > 1) {
            out.setCombination(combination(near.combination()));
        }
        if (near.combination() == Combination.MANUAL || near.combination() == Combination.RELATIVE_SCORE) {
            near.targets()
                    .forEach(target -> out.addWeightsForTargets(WeightsForTarget.newBuilder()
                            .setTarget(target.name())
                            .setWeight((float) target.weight())));
        }
        return out.build();
    }

    private static CombinationMethod combination(Combination combination) {
        return switch (combination) {
            case SUM -> CombinationMethod.COMBINATION_METHOD_TYPE_SUM;
            case AVERAGE -> CombinationMethod.COMBINATION_METHOD_TYPE_AVERAGE;
            case MINIMUM -> CombinationMethod.COMBINATION_METHOD_TYPE_MIN;
            case MANUAL -> CombinationMethod.COMBINATION_METHOD_TYPE_MANUAL;
            case RELATIVE_SCORE -> CombinationMethod.COMBINATION_METHOD_TYPE_RELATIVE_SCORE;
        };
    }
}
