package io.text2vec.collections.function;

import io.text2vec.collections.filter.WhereJson;
import io.text2vec.collections.query.Search;
import io.text2vec.collections.query.SearchRequest;
import io.text2vec.collections.query.Targets;
import io.text2vec.collections.query.Wanted;
import io.text2vec.web.JsonTree;
import io.text2vec.web.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Input of the function {@code search}, as it came: a collection, one of {@code nearText}, {@code bm25} and
 * {@code hybrid}, and what narrows it.
 *
 * @param json the array is the call's own
 */
public record SearchCall(byte[] json) {
    static final String EXAMPLE = "{\"collection\":\"Film\",\"nearText\":\"a holiday film\",\"limit\":2}";

    private static final Set<String> KNOWN = Set.of(
            "collection",
            "tenant",
            "nearText",
            "bm25",
            "hybrid",
            "targetVector",
            "limit",
            "offset",
            "autocut",
            "filter",
            "properties",
            "vector");

    /**
     * The query in it.
     *
     * @throws Refusal 400 if it is no JSON, 422 if it is no query
     * @throws io.text2vec.collections.CollectionException.Invalid if its filter is none
     */
    SearchQuery query() {
        Fields fields = new Fields("", JsonTree.object(json, EXAMPLE), KNOWN);
        boolean vectors = fields.flag("vector");
        Optional<List<String>> properties = fields.any("properties").map(named -> fields.texts("properties"));
        SearchRequest request = new SearchRequest(
                fields.needed("collection"),
                fields.text("tenant"),
                search(fields),
                fields.object("filter").map(WhereJson::read),
                optional(fields.integer("limit")),
                fields.integer("offset").orElse(0),
                Optional.empty(),
                List.of(),
                optional(fields.integer("autocut")),
                Optional.empty(),
                new Wanted(properties.map(named -> !named.isEmpty()).orElse(true), Set.of(), vectors, false));
        return new SearchQuery(request, properties, vectors);
    }

    private static Search search(Fields fields) {
        long searches = Stream.of("nearText", "bm25", "hybrid")
                .filter(name -> fields.any(name).isPresent())
                .count();
        if (searches != 1) {
            throw Refusal.unprocessable(
                    "A search needs one of nearText, bm25 and hybrid, not " + searches + ": send " + EXAMPLE + ".");
        }
        Targets targets = fields.text("targetVector")
                .map(name -> new Targets(List.of(name), Targets.Combination.MINIMUM, Map.of()))
                .orElse(Targets.ONLY);
        return fields.any("nearText")
                .<Search>map(given -> SearchFields.nearText(given, targets))
                .or(() -> fields.any("bm25").map(SearchFields::bm25))
                .or(() -> fields.any("hybrid").map(given -> SearchFields.hybrid(given, targets)))
                .orElseThrow();
    }

    private static OptionalInt optional(Optional<Integer> number) {
        return number.map(OptionalInt::of).orElse(OptionalInt.empty());
    }
}
