package io.text2vec.weaviate.grpc.search;

import io.text2vec.collections.CollectionException.Invalid;
import io.text2vec.collections.query.Match;
import io.text2vec.collections.query.Search;
import io.text2vec.collections.query.SearchedProperty;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBaseSearch.BM25;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBaseSearch.SearchOperatorOptions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Reads keyword searches, and the keywords' side of hybrid ones. */
final class KeywordMessage {
    /** A later version of the message has it, and this one keeps its number. */
    private static final int AND_CROSS = 3;

    private KeywordMessage() {}

    static Search read(BM25 bm25) {
        return new Search.Keyword(
                bm25.getQuery(),
                properties(bm25.getPropertiesList()),
                bm25.hasSearchOperator() ? match(bm25.getSearchOperator()) : Match.ANY);
    }

    /** Reads names with boosts, such as {@code title^2}; one that is named twice counts once, with its last boost. */
    static List<SearchedProperty> properties(List<String> names) {
        Map<String, SearchedProperty> properties = new LinkedHashMap<>();
        for (String name : names) {
            SearchedProperty property = property(name);
            properties.put(property.name(), property);
        }
        return List.copyOf(properties.values());
    }

    private static SearchedProperty property(String text) {
        int hat = text.indexOf('^');
        if (hat < 0) {
            return new SearchedProperty(text, 1);
        }
        try {
            float boost = Float.parseFloat(text.substring(hat + 1));
            if (Float.isFinite(boost)) {
                return new SearchedProperty(text.substring(0, hat), boost);
            }
        } catch (NumberFormatException notOne) {
            // told below
        }
        throw new Invalid("What stands behind ^ in a searched property must be a number, such as title^2.");
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
