package io.text2vec.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.text2vec.collections.CollectionException;
import io.text2vec.collections.engine.Query;
import io.text2vec.collections.engine.Ranking;
import io.text2vec.collections.filter.Filter;
import io.text2vec.collections.filter.FilterOperator;
import io.text2vec.collections.filter.FilterPath;
import io.text2vec.collections.filter.Operand;
import io.text2vec.collections.object.StoredObject;
import io.text2vec.collections.object.Value;
import io.text2vec.collections.query.GroupBy;
import io.text2vec.collections.query.Hit;
import io.text2vec.collections.query.Match;
import io.text2vec.collections.query.Search.Fusion;
import io.text2vec.collections.query.SearchResult;
import io.text2vec.collections.query.SearchedProperty;
import io.text2vec.collections.query.Sort;
import io.text2vec.collections.query.Targets.Combination;
import io.text2vec.collections.query.Wanted;
import io.text2vec.collections.schema.CollectionDef;
import io.text2vec.collections.schema.Distance;
import io.text2vec.collections.schema.Tokenization;
import io.text2vec.lucene.document.Shelf;
import io.text2vec.lucene.filter.NothingPointed;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Five films, whose vectors lie ever farther from (1, 0). */
class QueryRunnerTest {
    private static final CollectionDef FILMS = TestCollections.of(
            List.of(TestCollections.text("title", Tokenization.WORD)), TestCollections.vector("", Distance.L2_SQUARED));
    private static final Wanted ALL = new Wanted(true, Set.of(), true, true);

    private Shelf shelf;

    @BeforeEach
    void fill() throws IOException {
        shelf = new Shelf(FILMS);
        shelf.put(film(1, "The Holiday", 1), film(2, "Holiday Inn", 2));
        shelf.put(film(3, "A Christmas Holiday", 3), film(4, "Snow", 8), film(5, "Ice", 9));
    }

    @AfterEach
    void close() throws IOException {
        shelf.close();
    }

    @Test
    void fetchesAPageInTheOrderOfIds() throws IOException {
        var query = new Asking(new Ranking.None()).limit(2).offset(1);

        assertThat(ids(query.run())).containsExactly(id(2), id(3));
        assertThat(query.run().hits())
                .allSatisfy(hit -> assertThat(hit.distance()).isEmpty())
                .allSatisfy(hit -> assertThat(hit.score()).isEmpty());
    }

    @Test
    void fetchesInTheOrderAskedFor() throws IOException {
        var query = new Asking(new Ranking.None()).sort(new Sort("title", true)).limit(2);

        assertThat(ids(query.run())).containsExactly(id(3), id(2));
    }

    @Test
    void findsTheNearestBehindTheOffset() throws IOException {
        var found = new Asking(near(1)).limit(2).offset(1).run();

        assertThat(ids(found)).containsExactly(id(2), id(3));
        assertThat(found.hits()).extracting(hit -> hit.distance().getAsDouble()).containsExactly(1.0, 4.0);
    }

    @Test
    void searchesAmongWhatFitsTheFilter() throws IOException {
        assertThat(ids(new Asking(near(9)).filter(titleHas("holiday")).limit(2).run()))
                .containsExactly(id(3), id(2));
        assertThat(ids(new Asking(words("holiday inn"))
                        .filter(titleHas("christmas"))
                        .run()))
                .containsExactly(id(3));
    }

    @Test
    void readsOnlyWhatIsWanted() throws IOException {
        Hit everything = new Asking(near(1)).limit(1).run().hits().getFirst();
        Hit nothing =
                new Asking(near(1)).wanted(Wanted.NOTHING).limit(1).run().hits().getFirst();

        assertThat(everything.object().properties()).containsEntry("title", new Value.Text("The Holiday"));
        assertThat(everything.object().vectors().get("")).containsExactly(1, 0);
        assertThat(everything.object().created()).isEqualTo(101);
        assertThat(nothing.object()).isEqualTo(new StoredObject(id(1), 101, 201, Map.of(), Map.of()));
    }

    @Test
    void explainsAKeywordScoreIfAsked() throws IOException {
        var search = new Asking(words("christmas"));

        assertThat(search.run().hits().getFirst().explanation())
                .hasValue(", BM25F_christmas_frequency:1, BM25F_christmas_propLength:3");
        assertThat(search.wanted(Wanted.NOTHING).run().hits().getFirst().explanation())
                .isEmpty();
    }

    @Test
    void fusesBothSearches() throws IOException {
        var found = new Asking(hybrid(near(1), 0.5)).run();

        assertThat(ids(found).getFirst()).isEqualTo(id(1));
        assertThat(found.hits()).hasSize(5);
        Hit first = found.hits().getFirst();
        assertThat(first.score().getAsDouble()).isEqualTo(1.0, within(1e-6));
        assertThat(first.distance()).isEmpty();
        assertThat(first.explanation().orElseThrow())
                .contains("Result Set vector,hybridVector")
                .contains("Result Set keyword,bm25")
                .contains(id(1).toString());
    }

    @Test
    void aHybridSearchWithALargestDistanceHasNoHitBeyondIt() throws IOException {
        var near = new Ranking.Near(near(1).targets(), Combination.MINIMUM, OptionalDouble.of(1));

        assertThat(ids(new Asking(hybrid(near, 0.5)).run())).containsExactlyInAnyOrder(id(1), id(2));
    }

    @Test
    void onlyWordsCountWhereAlphaIsZero() throws IOException {
        var both = new Ranking.Hybrid(Optional.empty(), Optional.of(words("snow")), 0, Fusion.RANKED);

        var found = new Asking(both).run();

        assertThat(ids(found)).containsExactly(id(4));
        assertThat(found.hits().getFirst().score()).hasValue(1.0 / 60);
    }

    @Test
    void cutsWhereDistancesJump() throws IOException {
        assertThat(ids(new Asking(near(1)).autocut(1).run())).containsExactly(id(1), id(2), id(3));
    }

    @Test
    void gathersTheHitsOfAPageByTheValueOfAProperty() throws IOException {
        var found = new Asking(near(1))
                .limit(3)
                .wanted(Wanted.NOTHING)
                .groupBy(new GroupBy("title", 2, 5))
                .run();

        assertThat(found.hits()).isEmpty();
        assertThat(found.groups()).extracting(SearchResult.Group::name).containsExactly("The Holiday", "Holiday Inn");
        assertThat(found.groups().get(1).minDistance()).hasValue(1);
    }

    @Test
    void anEmptyCollectionHasNoHits() throws IOException {
        try (var empty = new Shelf(FILMS)) {
            shelf.close();
            shelf = empty;
            for (Ranking ranking : List.of(new Ranking.None(), near(1), words("snow"), hybrid(near(1), 0.5))) {
                assertThat(new Asking(ranking).run().hits()).isEmpty();
            }
            shelf = new Shelf(FILMS);
        }
    }

    @Test
    void refusesWhatMakesNoSenseForTheCollection() {
        var search = new Asking(new Ranking.Keyword("x", List.of(new SearchedProperty("plot", 1)), Match.ANY));

        assertThatThrownBy(search::run)
                .isInstanceOf(CollectionException.Invalid.class)
                .hasMessageContaining("plot");
    }

    private static StoredObject film(int number, String title, float at) {
        return new StoredObject(
                id(number), 100 + number, 200 + number, Map.of("title", new Value.Text(title)), Map.of("", new float[] {
                    at, 0
                }));
    }

    private static UUID id(int number) {
        return new UUID(0x4000L, number);
    }

    private static Ranking.Near near(float at) {
        var target = new Ranking.Target("", new float[] {at, 0}, 1);
        return new Ranking.Near(List.of(target), Combination.MINIMUM, OptionalDouble.empty());
    }

    private static Ranking.Keyword words(String words) {
        return new Ranking.Keyword(words, List.of(), Match.ANY);
    }

    private static Ranking.Hybrid hybrid(Ranking.Near near, double alpha) {
        return new Ranking.Hybrid(Optional.of(near), Optional.of(words("holiday")), alpha, Fusion.RELATIVE_SCORE);
    }

    private static Filter titleHas(String word) {
        return new Filter.Condition(new FilterPath.Property("title"), FilterOperator.EQUAL, new Operand.Text(word));
    }

    private static List<UUID> ids(SearchResult result) {
        return result.hits().stream().map(hit -> hit.object().id()).toList();
    }

    /** A query of the films, of which a test says what it is about. */
    private final class Asking {
        private final Ranking ranking;
        private Optional<Filter> filter = Optional.empty();
        private int limit = 10;
        private int offset;
        private List<Sort> sort = List.of();
        private OptionalInt autocut = OptionalInt.empty();
        private Optional<GroupBy> groupBy = Optional.empty();
        private Wanted wanted = ALL;

        Asking(Ranking ranking) {
            this.ranking = ranking;
        }

        Asking filter(Filter filter) {
            this.filter = Optional.of(filter);
            return this;
        }

        Asking limit(int limit) {
            this.limit = limit;
            return this;
        }

        Asking offset(int offset) {
            this.offset = offset;
            return this;
        }

        Asking sort(Sort key) {
            this.sort = List.of(key);
            return this;
        }

        Asking autocut(int jumps) {
            this.autocut = OptionalInt.of(jumps);
            return this;
        }

        Asking groupBy(GroupBy by) {
            this.groupBy = Optional.of(by);
            return this;
        }

        Asking wanted(Wanted wanted) {
            this.wanted = wanted;
            return this;
        }

        SearchResult run() throws IOException {
            return new QueryRunner(QueryRunner.HYBRID_DEPTH)
                    .run(
                            shelf.searcher(),
                            new Query(
                                    FILMS,
                                    Optional.empty(),
                                    ranking,
                                    filter,
                                    limit,
                                    offset,
                                    Optional.empty(),
                                    sort,
                                    autocut,
                                    groupBy,
                                    wanted),
                            new NothingPointed());
        }
    }
}
