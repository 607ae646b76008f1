package io.text2vec.weaviate.grpc.search;

import io.text2vec.collections.CollectionException.Invalid;
import io.text2vec.collections.query.Match;
import io.text2vec.collections.query.Search;
import io.text2vec.collections.query.SearchedProperty;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBaseSearch.BM25;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBaseSearch.SearchOperatorOptions;
import java.util.OptionalInt;

/** Reads keyword searches, and the keywords' side of hybrid ones. */
final class KeywordMessage {
    /** A later version of the message has it, and this one keeps its number. */
    private static final int AND_CROSS = 3;

    private KeywordMessage() {}

    static Search read(BM25 bm25) {
        return new Search.Keyword(
                bm25.getQuery(),
                SearchedProperty.read(bm25.getPropertiesList()),
                bm25.hasSearchOperator() ? match(bm25.getSearchOperator()) : Match.ANY);
    }

    static Match match(SearchOperatorOptions options) {
        OptionalInt minimum = options.hasMinimumOrTokensMatch()
                ? OptionalInt.of(options.getMinimumOrTokensMatch())
                : OptionalInt.empty();
        return switch (options.getOperator()) {
            case OPERATOR_UNSPECIFIED, OPERATOR_OR -> new Match(Match.Operator.OR, minimum);
            case OPERATOR_AND -> new Match(Match.Operator.AND, OptionalInt.empty());
            case UNRECOGNIZED -> {
                if (options.getOperatorValue() != AND_CROSS) {
                    throw new Invalid("There is no search operator " + options.getOperatorValue() + ".");
                }
                yield new Match(Match.Operator.AND_CROSS, OptionalInt.empty());
            }
        };
    }
}
