package io.text2vec.lucene.keyword;

import io.text2vec.collections.CollectionException;
import io.text2vec.collections.engine.Ranking.Keyword;
import io.text2vec.collections.query.SearchedProperty;
import io.text2vec.collections.schema.CollectionDef;
import io.text2vec.collections.schema.Property;
import io.text2vec.collections.schema.Tokenization;
import io.text2vec.collections.text.StopwordSet;
import io.text2vec.lucene.document.Fields;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Works out which properties a query is looked for in, and its tokens in each. */
final class SearchedTexts {
    private static final float NO_BOOST = 1;

    private SearchedTexts() {}

    /**
     * The searched properties, each once, with the boost named last.
     *
     * @throws CollectionException.Invalid if one doesn't exist or isn't searchable, or there is none
     */
    static List<SearchedText> of(CollectionDef collection, Keyword keyword) {
        var stopwords = new StopwordSet(collection.invertedIndex().stopwords());
        Map<Tokenization, Map<String, Integer>> tokens = new EnumMap<>(Tokenization.class);
        List<SearchedText> texts = new ArrayList<>();
        boosts(collection, keyword.properties()).forEach((property, boost) -> {
            Tokenization tokenization = property.tokenization().orElseThrow();
            texts.add(new SearchedText(
                    Fields.tokens(property.name()),
                    tokenization,
                    boost,
                    tokens.computeIfAbsent(tokenization, how -> counted(stopwords.queryTokens(how, keyword.query())))));
        });
        return texts;
    }

    private static Map<Property, Float> boosts(CollectionDef collection, List<SearchedProperty> named) {
        Map<Property, Float> boosts = new LinkedHashMap<>();
        named.forEach(property -> boosts.put(searchable(collection, property.name()), property.boost()));
        if (named.isEmpty()) {
            collection.properties().stream()
                    .filter(Property::searchable)
                    .forEach(property -> boosts.put(property, NO_BOOST));
        }
        if (boosts.isEmpty()) {
            throw new CollectionException.Invalid(
                    "Collection %s has no property that can be searched by keywords (indexSearchable)."
                            .formatted(collection.name()));
        }
        return boosts;
    }

    private static Property searchable(CollectionDef collection, String name) {
        Property property = collection
                .property(name)
                .orElseThrow(() ->
                        new CollectionException.Invalid("Collection %s has no property '%s' to search by keywords."
                                .formatted(collection.name(), name)));
        if (!property.searchable()) {
            throw new CollectionException.Invalid(
                    "Property '%s' of collection %s can't be searched by keywords: its indexSearchable is off."
                            .formatted(property.name(), collection.name()));
        }
        return property;
    }

    private static Map<String, Integer> counted(List<String> tokens) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        tokens.forEach(token -> counts.merge(token, 1, Integer::sum));
        return counts;
    }
}
