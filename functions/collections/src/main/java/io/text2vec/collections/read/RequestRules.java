package io.text2vec.collections.read;

import io.text2vec.collections.CollectionException.Invalid;
import io.text2vec.collections.query.GroupBy;
import io.text2vec.collections.query.Match;
import io.text2vec.collections.query.Search;
import io.text2vec.collections.query.SearchRequest;
import io.text2vec.collections.query.SearchedProperty;
import io.text2vec.collections.schema.CollectionDef;
import io.text2vec.collections.schema.Property;
import io.text2vec.collections.schema.Tokenization;
import java.util.List;

/** What parts of a request go together, and with its collection. */
final class RequestRules {
    private RequestRules() {}

    /** @throws Invalid if they don't */
    static void check(SearchRequest request, CollectionDef collection) {
        boolean fetch = request.search() instanceof Search.Fetch;
        if (!fetch && !request.sort().isEmpty()) {
            throw new Invalid("A search orders its hits itself: leave sort out, or the search.");
        }
        if (request.after().isPresent()
                && (!fetch
                        || request.offset() != 0
                        || request.filter().isPresent()
                        || !request.sort().isEmpty())) {
            throw new Invalid("after goes with a limit only: leave search, filter, sort and offset out.");
        }
        request.groupBy().ifPresent(groups -> check(groups, fetch, collection));
        check(request.search(), collection);
    }

    /** @throws Invalid if a search doesn't suit a collection */
    static void check(Search search, CollectionDef collection) {
        switch (search) {
            case Search.Keyword keyword -> check(keyword, collection);
            case Search.Hybrid hybrid -> check(hybrid, collection);
            case Search.Near _, Search.Fetch _ -> {}
        }
    }

    private static void check(GroupBy groups, boolean fetch, CollectionDef collection) {
        if (fetch) {
            throw new Invalid("Grouping needs a search whose hits it groups.");
        }
        if (groups.groups() < 1 || groups.objectsPerGroup() < 1) {
            throw new Invalid("Grouping needs at least one group with at least one object.");
        }
        property(groups.property(), collection);
    }

    private static void check(Search.Keyword keyword, CollectionDef collection) {
        if (keyword.query().isBlank()) {
            throw new Invalid("A keyword search needs a query that is not empty.");
        }
        checkKeywords(keyword.properties(), keyword.match(), collection);
    }

    private static void check(Search.Hybrid hybrid, CollectionDef collection) {
        if (!(hybrid.alpha() >= 0 && hybrid.alpha() <= 1)) { // NaN too
            throw new Invalid(
                    "alpha must be from 0, keywords only, to 1, the vector only; it is " + hybrid.alpha() + ".");
        }
        if (hybrid.query().isBlank() && hybrid.source().isEmpty()) {
            throw new Invalid("A hybrid search needs a query that is not empty, or a vector.");
        }
        if (hybrid.alpha() < 1 && !hybrid.query().isBlank()) {
            checkKeywords(hybrid.properties(), hybrid.match(), collection);
        }
    }

    private static void checkKeywords(List<SearchedProperty> named, Match match, CollectionDef collection) {
        List<Property> searched = named.isEmpty()
                ? collection.properties().stream().filter(Property::searchable).toList()
                : named.stream().map(each -> searchable(each, collection)).toList();
        if (searched.isEmpty()) {
            throw new Invalid(
                    collection.name() + " has no property that keywords can be searched in: none has indexSearchable.");
        }
        long tokenizations =
                searched.stream().map(Property::tokenization).distinct().count();
        if (match.operator() == Match.Operator.AND_CROSS && tokenizations > 1) {
            throw new Invalid("Words that may stand in different properties need one tokenization for all of them; "
                    + collection.name() + " has several: "
                    + String.join(
                            ", ",
                            searched.stream()
                                    .map(property -> property.name() + " "
                                            + property.tokenization()
                                                    .map(Tokenization::word)
                                                    .orElse("none"))
                                    .toList())
                    + ".");
        }
    }

    private static Property searchable(SearchedProperty named, CollectionDef collection) {
        Property property = property(named.name(), collection);
        if (!property.searchable()) {
            throw new Invalid("The property " + property.name() + " of " + collection.name()
                    + " can't be searched for keywords: it has no indexSearchable.");
        }
        if (!Float.isFinite(named.boost()) || named.boost() < 0) {
            throw new Invalid("The boost of the property " + property.name() + " must be a number of at least 0.");
        }
        return property;
    }

    private static Property property(String name, CollectionDef collection) {
        return collection
                .property(name)
                .orElseThrow(() -> new Invalid("%s has no property named '%s'.".formatted(collection.name(), name)));
    }
}
