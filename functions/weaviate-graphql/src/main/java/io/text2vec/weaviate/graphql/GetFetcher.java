package io.text2vec.weaviate.graphql;

import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.DataFetchingFieldSelectionSet;
import graphql.schema.SelectedField;
import io.text2vec.collections.CollectionException.Invalid;
import io.text2vec.collections.object.StoredObject;
import io.text2vec.collections.object.UuidText;
import io.text2vec.collections.query.GroupBy;
import io.text2vec.collections.query.Hit;
import io.text2vec.collections.query.Search;
import io.text2vec.collections.query.SearchRequest;
import io.text2vec.collections.query.SearchResult;
import io.text2vec.collections.query.Sort;
import io.text2vec.collections.query.Wanted;
import io.text2vec.collections.read.Reads;
import io.text2vec.collections.schema.CollectionDef;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Searches a collection; reads no more of its objects than the query shows. */
final class GetFetcher implements DataFetcher<List<Map<String, Object>>> {
    private static final String ADDITIONAL = "_additional";

    private final CollectionDef collection;
    private final Reads reads;
    private final int defaultLimit;

    GetFetcher(CollectionDef collection, Reads reads, int defaultLimit) {
        this.collection = collection;
        this.reads = reads;
        this.defaultLimit = defaultLimit;
    }

    @Override
    public List<Map<String, Object>> get(DataFetchingEnvironment query) {
        Arguments arguments = new Arguments(query.getArguments());
        Search search = SearchArguments.read(arguments);
        List<FollowedReference> followed =
                FollowedReference.of(fieldsOfHits(query.getSelectionSet()), collection, reads);
        Optional<GroupBy> groupBy = arguments.object("groupBy").map(GetFetcher::groupBy);
        SearchResult found = reads.search(new SearchRequest(
                collection.name(),
                arguments.text("tenant"),
                search,
                WhereArgument.read(arguments),
                OptionalInt.of(limit(arguments)),
                arguments.whole("offset").orElse(0),
                arguments.text("after").map(GetFetcher::id),
                arguments.objects("sort").stream().map(GetFetcher::sort).toList(),
                arguments.whole("autocut"),
                groupBy,
                wanted(query.getSelectionSet())));
        FoundObjects objects = new FoundObjects(
                collection, search, ReferencedObjects.read(followed, objects(found), arguments.text("tenant"), reads));
        return groupBy.isPresent()
                ? objects.groups(found.groups(), groupBy.get().property())
                : found.hits().stream().map(objects::hit).toList();
    }

    /** Those of groups too. */
    private static List<SelectedField> fieldsOfHits(DataFetchingFieldSelectionSet shown) {
        List<SelectedField> fields = new ArrayList<>(shown.getImmediateFields());
        fields.addAll(shown.getFields(ADDITIONAL + "/group/hits/*"));
        return fields;
    }

    private static List<StoredObject> objects(SearchResult found) {
        return Stream.concat(found.hits().stream(), found.groups().stream().flatMap(group -> group.hits().stream()))
                .map(Hit::object)
                .toList();
    }

    /** None means as many as none given. */
    private int limit(Arguments arguments) {
        int limit = arguments.whole("limit").orElse(0);
        return limit == 0 ? defaultLimit : limit;
    }

    private static Sort sort(Arguments sort) {
        return new Sort(only(sort.texts("path"), "sort"), !sort.text("order").equals(Optional.of("desc")));
    }

    private static GroupBy groupBy(Arguments groups) {
        return new GroupBy(
                only(groups.texts("path"), "groupBy"),
                groups.whole("groups").getAsInt(),
                groups.whole("objectsPerGroup").getAsInt());
    }

    private static String only(List<String> path, String where) {
        if (path.size() != 1) {
            throw new Invalid(where + " takes a path of one property, not " + path.size() + ".");
        }
        return path.getFirst();
    }

    private static UUID id(String after) {
        return UuidText.read(after).orElseThrow(() -> new Invalid("after must be a UUID of 36 characters."));
    }

    private Wanted wanted(DataFetchingFieldSelectionSet shown) {
        boolean properties = shown.getFields().stream()
                .map(SelectedField::getName)
                .anyMatch(name -> collection.property(name).isPresent());
        boolean legacy =
                shown.contains(ADDITIONAL + "/vector") || shown.contains(ADDITIONAL + "/group/hits/_additional/vector");
        Set<String> named = shown.getFields(ADDITIONAL + "/vectors/*").stream()
                .map(SelectedField::getName)
                .collect(Collectors.toSet());
        return new Wanted(properties, named, legacy, shown.contains(ADDITIONAL + "/explainScore"));
    }
}
