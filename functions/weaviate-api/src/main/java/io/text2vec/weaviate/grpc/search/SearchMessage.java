package io.text2vec.weaviate.grpc.search;

import io.text2vec.collections.CollectionException.Invalid;
import io.text2vec.collections.query.GroupBy;
import io.text2vec.collections.query.Search;
import io.text2vec.collections.query.Sort;
import io.text2vec.collections.query.Wanted;
import io.text2vec.weaviate.grpc.filter.FilterMessage;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoSearchGet.MetadataRequest;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoSearchGet.SearchRequest;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoSearchGet.SortBy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Reads a search. */
final class SearchMessage {
    private SearchMessage() {}

    /**
     * Reads a search.
     *
     * @param properties whether any property is asked for
     * @throws Invalid where the message contradicts itself; whether it suits the collection is not looked at
     * @throws io.text2vec.collections.CollectionException.Unsupported for what is not there yet
     */
    static io.text2vec.collections.query.SearchRequest read(SearchRequest request, boolean properties) {
        Unsupported.refuse(request);
        return new io.text2vec.collections.query.SearchRequest(
                request.getCollection(),
                Optional.of(request.getTenant()).filter(name -> !name.isEmpty()),
                search(request),
                request.hasFilters() ? Optional.of(FilterMessage.read(request.getFilters())) : Optional.empty(),
                given(request.getLimit(), "limit"),
                given(request.getOffset(), "offset").orElse(0),
                request.getAfter().isEmpty() ? Optional.empty() : Optional.of(Ids.read(request.getAfter(), "after")),
                request.getSortByList().stream().map(SearchMessage::sort).toList(),
                given(request.getAutocut(), "autocut"),
                request.hasGroupBy() ? Optional.of(groupBy(request)) : Optional.empty(),
                wanted(request.getMetadata(), properties));
    }

    private static Search search(SearchRequest request) {
        List<Search> searches = new ArrayList<>();
        if (request.hasNearVector()) {
            searches.add(NearVectorMessage.read(request.getNearVector()));
        }
        if (request.hasNearObject()) {
            searches.add(NearObjectMessage.read(request.getNearObject()));
        }
        if (request.hasNearText()) {
            searches.add(NearTextMessage.read(request.getNearText()));
        }
        if (request.hasBm25Search()) {
            searches.add(KeywordMessage.read(request.getBm25Search()));
        }
        if (request.hasHybridSearch()) {
            searches.add(HybridMessage.read(request.getHybridSearch()));
        }
        if (searches.size() > 1) {
            throw new Invalid("A request takes one search, not " + searches.size() + ".");
        }
        return searches.isEmpty() ? new Search.Fetch() : searches.getFirst();
    }

    /** Protobuf doesn't tell 0 from absent. */
    private static OptionalInt given(int unsigned, String name) {
        if (unsigned < 0) {
            throw new Invalid("%s must be at most %d, not %s"
                    .formatted(name, Integer.MAX_VALUE, Integer.toUnsignedString(unsigned)));
        }
        return unsigned == 0 ? OptionalInt.empty() : OptionalInt.of(unsigned);
    }

    private static Sort sort(SortBy by) {
        return new Sort(only(by.getPathList(), "sort_by"), by.getAscending());
    }

    private static GroupBy groupBy(SearchRequest request) {
        return new GroupBy(
                only(request.getGroupBy().getPathList(), "group_by"),
                request.getGroupBy().getNumberOfGroups(),
                request.getGroupBy().getObjectsPerGroup());
    }

    private static String only(List<String> path, String where) {
        if (path.size() != 1) {
            throw new Invalid(where + " takes a path of one property, not " + path.size() + ".");
        }
        return path.getFirst();
    }

    private static Wanted wanted(MetadataRequest metadata, boolean properties) {
        return new Wanted(
                properties, Set.copyOf(metadata.getVectorsList()), metadata.getVector(), metadata.getExplainScore());
    }
}
