package io.text2vec.weaviate.grpc.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.text2vec.collections.CollectionException;
import io.text2vec.collections.query.Cutoff;
import io.text2vec.collections.query.GroupBy;
import io.text2vec.collections.query.Match;
import io.text2vec.collections.query.Search;
import io.text2vec.collections.query.SearchedProperty;
import io.text2vec.collections.query.Sort;
import io.text2vec.collections.query.Source;
import io.text2vec.collections.query.Wanted;
import io.text2vec.weaviate.grpc.filter.TestFilters;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBaseSearch.BM25;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBaseSearch.NearImageSearch;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBaseSearch.NearObject;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBaseSearch.NearTextSearch;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBaseSearch.SearchOperatorOptions;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBaseSearch.Selection;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoGenerative.GenerativeSearch;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoSearchGet.Boost;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoSearchGet.MetadataRequest;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoSearchGet.Rerank;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoSearchGet.SearchRequest;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoSearchGet.SortBy;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SearchMessageTest {
    private static final UUID ID = UUID.fromString("11111111-2222-4333-8444-555555555555");

    @Test
    void whatIsNotGivenIsAbsent() {
        var read = read(request());
        assertThat(read.collection()).isEqualTo("Film");
        assertThat(read.search()).isEqualTo(new Search.Fetch());
        assertThat(read.tenant()).isEmpty();
        assertThat(read.filter()).isEmpty();
        assertThat(read.limit()).isEmpty();
        assertThat(read.offset()).isZero();
        assertThat(read.after()).isEmpty();
        assertThat(read.sort()).isEmpty();
        assertThat(read.autocut()).isEmpty();
        assertThat(read.groupBy()).isEmpty();
        assertThat(read.wanted()).isEqualTo(new Wanted(true, Set.of(), false, false));
    }

    @Test
    void whatIsGivenIsRead() {
        var read = read(request()
                .setTenant("t")
                .setLimit(5)
                .setOffset(6)
                .setAutocut(7)
                .setAfter(ID.toString())
                .setFilters(TestFilters.equal("title", "x"))
                .addSortBy(SortBy.newBuilder().addPath("year").setAscending(true))
                .addSortBy(SortBy.newBuilder().addPath("_id"))
                .setGroupBy(io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoSearchGet.GroupBy.newBuilder()
                        .addPath("genre")
                        .setNumberOfGroups(2)
                        .setObjectsPerGroup(3))
                .setMetadata(MetadataRequest.newBuilder()
                        .setVector(true)
                        .setExplainScore(true)
                        .addVectors("a")));
        assertThat(read.tenant()).contains("t");
        assertThat(read.limit()).hasValue(5);
        assertThat(read.offset()).isEqualTo(6);
        assertThat(read.autocut()).hasValue(7);
        assertThat(read.after()).contains(ID);
        assertThat(read.filter()).isPresent();
        assertThat(read.sort()).containsExactly(new Sort("year", true), new Sort("_id", false));
        assertThat(read.groupBy()).contains(new GroupBy("genre", 2, 3));
        assertThat(read.wanted()).isEqualTo(new Wanted(true, Set.of("a"), true, true));
    }

    @Test
    void readsNearnessToTextsWithMoves() {
        var near = (Search.Near) read(request()
                        .setNearText(NearTextSearch.newBuilder()
                                .addQuery("holiday")
                                .addQuery("sun")
                                .setCertainty(0.7)
                                .setMoveTo(NearTextSearch.Move.newBuilder()
                                        .setForce(0.5f)
                                        .addConcepts("beach"))
                                .setMoveAway(NearTextSearch.Move.newBuilder()
                                        .setForce(0.25f)
                                        .addUuids(ID.toString()))))
                .search();
        assertThat(near.source())
                .isEqualTo(new Source.Texts(
                        List.of("holiday", "sun"),
                        Optional.of(new Source.Move(0.5, List.of("beach"), List.of())),
                        Optional.of(new Source.Move(0.25, List.of(), List.of(ID)))));
        assertThat(near.cutoff()).contains(new Cutoff.Certainty(0.7));
    }

    @Test
    void readsNearnessToAnObject() {
        var near = (Search.Near) read(request()
                        .setNearObject(
                                NearObject.newBuilder().setId(ID.toString()).setDistance(0.2)))
                .search();
        assertThat(near.source()).isEqualTo(new Source.ObjectOf(ID));
        assertThat(near.cutoff()).contains(new Cutoff.Distance(0.2));
    }

    @Test
    void readsKeywordsWithBoostsAndOperators() {
        assertThat(keyword(BM25.newBuilder()
                        .setQuery("shark")
                        .addProperties("title^2")
                        .addProperties("text")
                        .addProperties("title^3.5")))
                .isEqualTo(new Search.Keyword(
                        "shark",
                        List.of(new SearchedProperty("title", 3.5f), new SearchedProperty("text", 1)),
                        Match.ANY));
        assertThat(match(SearchOperatorOptions.newBuilder()
                        .setOperator(SearchOperatorOptions.Operator.OPERATOR_OR)
                        .setMinimumOrTokensMatch(2)))
                .isEqualTo(new Match(Match.Operator.OR, OptionalInt.of(2)));
        assertThat(match(SearchOperatorOptions.newBuilder().setOperator(SearchOperatorOptions.Operator.OPERATOR_AND)))
                .isEqualTo(new Match(Match.Operator.AND, OptionalInt.empty()));
        assertThat(match(SearchOperatorOptions.newBuilder().setOperatorValue(3)))
                .isEqualTo(new Match(Match.Operator.AND_CROSS, OptionalInt.empty()));
        assertInvalid(request().setBm25Search(BM25.newBuilder().addProperties("title^x")), "title^2");
    }

    private static Match match(SearchOperatorOptions.Builder options) {
        return ((Search.Keyword) keyword(BM25.newBuilder().setSearchOperator(options))).match();
    }

    private static Search keyword(BM25.Builder bm25) {
        return read(request().setBm25Search(bm25)).search();
    }

    @Test
    void contradictionsAreRefused() {
        assertInvalid(
                request().setBm25Search(BM25.newBuilder().setQuery("x")).setNearText(NearTextSearch.newBuilder()),
                "one search, not 2");
        assertInvalid(
                request()
                        .setNearObject(NearObject.newBuilder()
                                .setId(ID.toString())
                                .setDistance(1)
                                .setCertainty(1)),
                "not both");
        assertInvalid(request().setAfter("x"), "after");
        assertInvalid(request().setNearObject(NearObject.newBuilder().setId("x")), "near_object.id");
        assertInvalid(request().setLimit(-1), "4294967295");
        assertInvalid(request().addSortBy(SortBy.newBuilder().addPath("a").addPath("b")), "sort_by");
        assertInvalid(
                request()
                        .setGroupBy(
                                io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoSearchGet.GroupBy
                                        .newBuilder()),
                "group_by");
    }

    @Test
    void whatIsNotThereIsRefusedByName() {
        assertUnsupported(request().setGenerative(GenerativeSearch.newBuilder()), "generative");
        assertUnsupported(request().setRerank(Rerank.newBuilder()), "reranking");
        assertUnsupported(request().setBoost(Boost.newBuilder()), "boost");
        assertUnsupported(request().setNearImage(NearImageSearch.newBuilder()), "near_image");
        assertUnsupported(request().setMetadata(MetadataRequest.newBuilder().setQueryProfile(true)), "query profile");
        assertUnsupported(
                request().setNearText(NearTextSearch.newBuilder().setSelection(Selection.newBuilder())), "MMR");
    }

    private static SearchRequest.Builder request() {
        return SearchRequest.newBuilder().setCollection("Film");
    }

    private static io.text2vec.collections.query.SearchRequest read(SearchRequest.Builder request) {
        return SearchMessage.read(request.build(), true);
    }

    private static void assertInvalid(SearchRequest.Builder request, String words) {
        assertThatThrownBy(() -> read(request))
                .isInstanceOf(CollectionException.Invalid.class)
                .hasMessageContaining(words);
    }

    private static void assertUnsupported(SearchRequest.Builder request, String words) {
        assertThatThrownBy(() -> read(request))
                .isInstanceOf(CollectionException.Unsupported.class)
                .hasMessageContaining(words);
    }
}
