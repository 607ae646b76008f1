package io.text2vec.cluster.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.text2vec.collections.CollectionException.Unsupported;
import io.text2vec.collections.engine.Query;
import io.text2vec.collections.engine.Ranking;
import io.text2vec.collections.filter.Filter;
import io.text2vec.collections.filter.FilterOperator;
import io.text2vec.collections.filter.FilterPath;
import io.text2vec.collections.filter.Operand;
import io.text2vec.collections.query.Match;
import io.text2vec.collections.query.Search.Fusion;
import io.text2vec.collections.query.SearchedProperty;
import io.text2vec.collections.query.Sort;
import io.text2vec.collections.query.Targets.Combination;
import io.text2vec.collections.query.Wanted;
import io.text2vec.collections.schema.ClassJson;
import io.text2vec.collections.schema.CollectionDef;
import io.text2vec.weaviate.grpc.vector.VectorMessage;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBaseSearch.CombinationMethod;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBaseSearch.Hybrid;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBaseSearch.NearVector;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBaseSearch.SearchOperatorOptions;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoSearchGet.PropertiesRequest;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoSearchGet.SearchRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SearchMessageTest {
    private static final float[] ONE = {1, 0};
    private static final float[] TWO = {0, 1};
    private static final Wanted ALL = new Wanted(true, Set.of(), true, true);
    private static final Ranking.Keyword WORDS = new Ranking.Keyword(
            "shark",
            List.of(
                    new SearchedProperty("title", 2),
                    new SearchedProperty("plot", 1),
                    new SearchedProperty("tag", 0.5f)),
            Match.ANY);

    private static final CollectionDef FILM = ClassJson.read(
            Map.of("class", "Film", "properties", List.of(Map.of("name", "title", "dataType", List.of("text")))));
    private static final CollectionDef NAMED = ClassJson.read(
            Map.of("class", "Film", "vectorConfig", Map.of("title", Map.of("vectorizer", Map.of("none", Map.of())))));

    @Test
    void nearnessToTheOnlyVectorNamesNoTarget() {
        NearVector near = SearchMessage.write(query(FILM, near(0.5, new Ranking.Target("", ONE, 1))))
                .getNearVector();
        assertThat(near.getVectorsList()).containsExactly(VectorMessage.of("", ONE));
        assertThat(near.hasTargets()).isFalse();
        assertThat(near.getDistance()).isEqualTo(0.5);
    }

    @Test
    void severalTargetsHaveAVectorAndAWeightEachInOneOrder() {
        Ranking.Near several = new Ranking.Near(
                List.of(
                        new Ranking.Target("title", ONE, 0.25),
                        new Ranking.Target("plot", ONE, 2),
                        new Ranking.Target("plot", TWO, 3)),
                Combination.MANUAL,
                OptionalDouble.empty());
        NearVector near = NearMessage.write(several);
        assertThat(near.getVectorForTargetsList()).extracting("name").containsExactly("title", "plot", "plot");
        assertThat(near.getVectorForTargets(2).getVectorsList()).containsExactly(VectorMessage.of("", TWO));
        assertThat(near.getTargets().getTargetVectorsList()).containsExactly("title", "plot", "plot");
        assertThat(near.getTargets().getCombination()).isEqualTo(CombinationMethod.COMBINATION_METHOD_TYPE_MANUAL);
        assertThat(near.getTargets().getWeightsForTargetsList())
                .extracting("weight")
                .containsExactly(0.25f, 2f, 3f);
        assertThat(near.hasDistance()).isFalse();
    }

    @Test
    void wordsAreLookedForInPropertiesWithTheirBoosts() {
        SearchRequest request = SearchMessage.write(query(FILM, WORDS));
        assertThat(request.getBm25Search().getQuery()).isEqualTo("shark");
        assertThat(request.getBm25Search().getPropertiesList()).containsExactly("title^2", "plot", "tag^0.5");
        assertThat(request.getBm25Search().hasSearchOperator()).isFalse();
    }

    @Test
    void howManyWordsMustBeThereIsTold() {
        SearchOperatorOptions two = KeywordMessage.operator(new Match(Match.Operator.OR, OptionalInt.of(2)));
        assertThat(two.getOperator()).isEqualTo(SearchOperatorOptions.Operator.OPERATOR_OR);
        assertThat(two.getMinimumOrTokensMatch()).isEqualTo(2);
        assertThat(KeywordMessage.operator(new Match(Match.Operator.AND, OptionalInt.empty()))
                        .getOperator())
                .isEqualTo(SearchOperatorOptions.Operator.OPERATOR_AND);
        assertThatThrownBy(() -> KeywordMessage.operator(new Match(Match.Operator.AND_CROSS, OptionalInt.empty())))
                .isInstanceOf(Unsupported.class);
    }

    @Test
    @SuppressWarnings("deprecation") // every version reads this alpha
    void aHybridSearchHasBothSides() {
        Hybrid hybrid = HybridMessage.write(new Ranking.Hybrid(
                Optional.of(near(0.5, new Ranking.Target("title", ONE, 1))), Optional.of(WORDS), 0.75, Fusion.RANKED));
        assertThat(hybrid.getQuery()).isEqualTo("shark");
        assertThat(hybrid.getPropertiesList()).contains("title^2");
        assertThat(hybrid.getAlpha()).isEqualTo(0.75f);
        assertThat(hybrid.getFusionType()).isEqualTo(Hybrid.FusionType.FUSION_TYPE_RANKED);
        assertThat(hybrid.getVectorsList()).containsExactly(VectorMessage.of("", ONE));
        assertThat(hybrid.getTargets().getTargetVectorsList()).containsExactly("title");
        assertThat(hybrid.getVectorDistance()).isEqualTo(0.5f);
    }

    @Test
    void aHybridSearchOfWordsAloneHasNoVector() {
        Hybrid hybrid =
                HybridMessage.write(new Ranking.Hybrid(Optional.empty(), Optional.of(WORDS), 0, Fusion.RELATIVE_SCORE));
        assertThat(hybrid.getVectorsCount()).isZero();
        assertThat(hybrid.hasTargets()).isFalse();
        assertThat(hybrid.getFusionType()).isEqualTo(Hybrid.FusionType.FUSION_TYPE_RELATIVE_SCORE);
    }

    @Test
    void whatNarrowsASearchIsTold() {
        Filter filter =
                new Filter.Condition(new FilterPath.Property("year"), FilterOperator.LESS_THAN, new Operand.Int(1980));
        SearchRequest request = SearchMessage.write(new Query(
                FILM,
                Optional.of("t1"),
                WORDS,
                Optional.of(filter),
                7,
                3,
                Optional.empty(),
                List.of(),
                OptionalInt.of(1),
                Optional.empty(),
                ALL));
        assertThat(request.getCollection()).isEqualTo("Film");
        assertThat(request.getTenant()).isEqualTo("t1");
        assertThat(request.getLimit()).isEqualTo(7);
        assertThat(request.getOffset()).isEqualTo(3);
        assertThat(request.getAutocut()).isEqualTo(1);
        assertThat(request.getFilters()).isEqualTo(FilterMessage.write(filter));
    }

    @Test
    void vectorsAreAskedForByTheirNamesWhereTheyHaveSome() {
        assertThat(SearchMessage.write(query(FILM, WORDS)).getMetadata().getVector())
                .isTrue();
        assertThat(SearchMessage.write(query(NAMED, WORDS)).getMetadata().getVectorsList())
                .containsExactly("title");
        SearchRequest nothing = SearchMessage.write(query(FILM, WORDS, Wanted.NOTHING));
        assertThat(nothing.getMetadata().getVector()).isFalse();
        assertThat(nothing.getProperties()).isEqualTo(PropertiesRequest.getDefaultInstance());
    }

    @Test
    void whereThereAreBlobsEveryPropertyIsNamed() {
        assertThat(SearchMessage.write(query(FILM, WORDS)).getProperties().getReturnAllNonrefProperties())
                .isTrue();
        CollectionDef pictures = ClassJson.read(Map.of(
                "class",
                "Picture",
                "properties",
                List.of(
                        Map.of("name", "title", "dataType", List.of("text")),
                        Map.of("name", "bytes", "dataType", List.of("blob")),
                        Map.of(
                                "name",
                                "place",
                                "dataType",
                                List.of("object"),
                                "nestedProperties",
                                List.of(Map.of("name", "town", "dataType", List.of("text")))))));
        PropertiesRequest asked = SearchMessage.write(query(pictures, WORDS)).getProperties();
        assertThat(asked.getReturnAllNonrefProperties()).isFalse();
        assertThat(asked.getNonRefPropertiesList()).containsExactly("title", "bytes");
        assertThat(asked.getObjectProperties(0).getPropName()).isEqualTo("place");
        assertThat(asked.getObjectProperties(0).getPrimitivePropertiesList()).containsExactly("town");
    }

    @Test
    void whatNoFunctionAsksForIsRefusedByName() {
        assertThatThrownBy(() -> SearchMessage.write(query(FILM, new Ranking.None())))
                .isInstanceOf(Unsupported.class)
                .hasMessageContaining("list objects");
        Query sorted = new Query(
                FILM,
                Optional.empty(),
                WORDS,
                Optional.empty(),
                1,
                0,
                Optional.empty(),
                List.of(new Sort("title", true)),
                OptionalInt.empty(),
                Optional.empty(),
                ALL);
        assertThatThrownBy(() -> SearchMessage.write(sorted))
                .isInstanceOf(Unsupported.class)
                .hasMessageContaining("sort");
    }

    private static Ranking.Near near(double most, Ranking.Target... targets) {
        return new Ranking.Near(Stream.of(targets).toList(), Combination.MINIMUM, OptionalDouble.of(most));
    }

    private static Query query(CollectionDef collection, Ranking ranking) {
        return query(collection, ranking, ALL);
    }

    private static Query query(CollectionDef collection, Ranking ranking, Wanted wanted) {
        return new Query(
                collection,
                Optional.empty(),
                ranking,
                Optional.empty(),
                10,
                0,
                Optional.empty(),
                List.of(),
                OptionalInt.empty(),
                Optional.empty(),
                wanted);
    }
}
