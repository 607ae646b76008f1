package io.text2vec.cluster.engine;

import io.text2vec.collections.engine.Ranking;
import io.text2vec.collections.query.Match;
import io.text2vec.collections.query.Search.Fusion;
import io.text2vec.weaviate.grpc.vector.VectorMessage;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBaseSearch.Hybrid;

/** Writes hybrid searches. */
final class HybridMessage {
    private HybridMessage() {}

    @SuppressWarnings("deprecation") // every version reads this alpha
    static Hybrid write(Ranking.Hybrid hybrid) {
        Hybrid.Builder out = Hybrid.newBuilder()
                .setAlpha((float) hybrid.alpha())
                .setFusionType(
                        hybrid.fusion() == Fusion.RANKED
                                ? Hybrid.FusionType.FUSION_TYPE_RANKED
                                : Hybrid.FusionType.FUSION_TYPE_RELATIVE_SCORE);
        hybrid.keyword().ifPresent(keyword -> put(keyword, out));
        hybrid.near().ifPresent(near -> put(near, out));
        return out.build();
    }

    private static void put(Ranking.Keyword keyword, Hybrid.Builder out) {
        out.setQuery(keyword.query()).addAllProperties(KeywordMessage.properties(keyword.properties()));
        if (!keyword.match().equals(Match.ANY)) {
            out.setBm25SearchOperator(KeywordMessage.operator(keyword.match()));
        }
    }

    private static void put(Ranking.Near near, Hybrid.Builder out) {
        if (!NearMessage.unnamed(near)) {
            out.setTargets(NearMessage.targets(near));
        }
        if (near.targets().size() == 1) {
            out.addVectors(VectorMessage.of("", near.targets().getFirst().vector()));
        } else {
            out.setNearVector(NearMessage.vectors(near));
        }
        near.maxDistance().ifPresent(most -> out.setVectorDistance((float) most));
    }
}
