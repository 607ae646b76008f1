package io.text2vec.cluster.engine;

import io.text2vec.collections.CollectionException.Unsupported;
import io.text2vec.collections.engine.Ranking;
import io.text2vec.collections.query.Match;
import io.text2vec.collections.query.SearchedProperty;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBaseSearch.BM25;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBaseSearch.SearchOperatorOptions;
import java.util.List;

/** Writes searches for words, and that side of hybrid ones. */
final class KeywordMessage {
    private KeywordMessage() {}

    static BM25 write(Ranking.Keyword keyword) {
        BM25.Builder out =
                BM25.newBuilder().setQuery(keyword.query()).addAllProperties(properties(keyword.properties()));
        if (!keyword.match().equals(Match.ANY)) {
            out.setSearchOperator(operator(keyword.match()));
        }
        return out.build();
    }

    static List<String> properties(List<SearchedProperty> properties) {
        return properties.stream().map(KeywordMessage::property).toList();
    }

    /** Weaviate reads a boost that is whole without a fraction. */
    private static String property(SearchedProperty property) {
        float boost = property.boost();
        if (boost == 1) {
            return property.name();
        }
        return property.name() + "^"
                + (boost == Math.rint(boost) && boost <= Integer.MAX_VALUE
                        ? Integer.toString((int) boost)
                        : Float.toString(boost));
    }

    /** @throws Unsupported for what a message of this version doesn't have */
    static SearchOperatorOptions operator(Match match) {
        SearchOperatorOptions.Builder out = SearchOperatorOptions.newBuilder();
        switch (match.operator()) {
            case OR -> out.setOperator(SearchOperatorOptions.Operator.OPERATOR_OR);
            case AND -> out.setOperator(SearchOperatorOptions.Operator.OPERATOR_AND);
            case AND_CROSS ->
                throw new Unsupported("With TEXT2VEC_ENGINE=weaviate, search for words that may stand in different"
                        + " properties with Weaviate's gRPC.");
        }
        match.minimum().ifPresent(out::setMinimumOrTokensMatch);
        return out.build();
    }
}
