package io.text2vec.weaviate.grpc.search;

import io.text2vec.collections.CollectionException.Invalid;
import io.text2vec.collections.query.Match;
import io.text2vec.collections.query.Search;
import io.text2vec.collections.query.SearchedProperty;
import io.text2vec.collections.query.Source;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBaseSearch.Hybrid;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** Reads hybrid searches. */
final class HybridMessage {
    private static final double DEFAULT_ALPHA = 0.75;

    private HybridMessage() {}

    @SuppressWarnings("deprecation") // older clients name targets so
    static Search read(Hybrid hybrid) {
        Unsupported.selection(hybrid.hasSelection()
                || hybrid.getNearText().hasSelection()
                || hybrid.getNearVector().hasSelection());
        Optional<Source> source = source(hybrid);
        return new Search.Hybrid(
                hybrid.getQuery(),
                SearchedProperty.read(hybrid.getPropertiesList()),
                hybrid.hasBm25SearchOperator() ? KeywordMessage.match(hybrid.getBm25SearchOperator()) : Match.ANY,
                alpha(hybrid),
                fusion(hybrid),
                source,
                TargetsMessage.read(hybrid.hasTargets(), hybrid.getTargets(), hybrid.getTargetVectorsList(), source),
                maxDistance(hybrid));
    }

    /** Clients from 1.36.6 on say whether they mean the newer field; older ones send alpha always. */
    @SuppressWarnings("deprecation") // older clients send it
    private static double alpha(Hybrid hybrid) {
        if (!hybrid.getUseAlphaParam()) {
            return hybrid.getAlpha();
        }
        return hybrid.hasAlphaParam() ? hybrid.getAlphaParam() : DEFAULT_ALPHA;
    }

    private static Search.Fusion fusion(Hybrid hybrid) {
        return switch (hybrid.getFusionType()) {
            case FUSION_TYPE_UNSPECIFIED, FUSION_TYPE_RELATIVE_SCORE -> Search.Fusion.RELATIVE_SCORE;
            case FUSION_TYPE_RANKED -> Search.Fusion.RANKED;
            case UNRECOGNIZED -> throw new Invalid("There is no fusion type " + hybrid.getFusionTypeValue() + ".");
        };
    }

    @SuppressWarnings("deprecation") // older clients send the vector so
    private static Optional<Source> source(Hybrid hybrid) {
        List<Source> sources = Stream.of(
                        NearVectorMessage.plain(
                                hybrid.getVectorsList(), hybrid.getVectorBytes(), hybrid.getVectorList()),
                        hybrid.hasNearVector()
                                ? Optional.of(NearVectorMessage.source(hybrid.getNearVector()))
                                : Optional.<Source>empty(),
                        hybrid.hasNearText()
                                ? Optional.<Source>of(NearTextMessage.source(hybrid.getNearText()))
                                : Optional.<Source>empty())
                .flatMap(Optional::stream)
                .toList();
        if (sources.size() > 1) {
            throw new Invalid("A hybrid search takes a vector, near_text or near_vector, only one of them.");
        }
        return sources.stream().findFirst();
    }

    private static OptionalDouble maxDistance(Hybrid hybrid) {
        if (hybrid.getNearText().hasCertainty() || hybrid.getNearVector().hasCertainty()) {
            throw new Invalid("A hybrid search takes no certainty; use vector_distance.");
        }
        if (hybrid.hasVectorDistance()) {
            return OptionalDouble.of(hybrid.getVectorDistance());
        }
        if (hybrid.getNearText().hasDistance()) {
            return OptionalDouble.of(hybrid.getNearText().getDistance());
        }
        return hybrid.getNearVector().hasDistance()
                ? OptionalDouble.of(hybrid.getNearVector().getDistance())
                : OptionalDouble.empty();
    }
}
