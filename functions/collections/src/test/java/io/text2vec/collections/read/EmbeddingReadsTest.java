package io.text2vec.collections.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.text2vec.collections.CollectionException;
import io.text2vec.collections.engine.MemoryEngine;
import io.text2vec.collections.engine.Ranking;
import io.text2vec.collections.engine.Write;
import io.text2vec.collections.filter.Filter;
import io.text2vec.collections.filter.FilterLimits;
import io.text2vec.collections.filter.FilterOperator;
import io.text2vec.collections.filter.FilterPath;
import io.text2vec.collections.filter.Operand;
import io.text2vec.collections.object.StoredObject;
import io.text2vec.collections.query.Cutoff;
import io.text2vec.collections.query.GroupBy;
import io.text2vec.collections.query.Match;
import io.text2vec.collections.query.Search;
import io.text2vec.collections.query.SearchRequest;
import io.text2vec.collections.query.SearchedProperty;
import io.text2vec.collections.query.Sort;
import io.text2vec.collections.query.Source;
import io.text2vec.collections.query.Targets;
import io.text2vec.collections.query.Wanted;
import io.text2vec.collections.schema.SchemaService;
import io.text2vec.collections.schema.SchemaSettings;
import io.text2vec.collections.vectorize.BoundModel;
import io.text2vec.collections.vectorize.CountingEmbedder;
import io.text2vec.collections.vectorize.KnownVectorizers;
import io.text2vec.embedder.EmbedRequest;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EmbeddingReadsTest {
    private static final UUID ID = UUID.fromString("00000000-0000-0000-0000-000000000001");

    private final MemoryEngine engine = new MemoryEngine();
    private final SchemaService schema = new SchemaService(engine, SchemaSettings.DEFAULTS);
    private final CountingEmbedder embedder = new CountingEmbedder("one");
    private final EmbeddingReads reads = new EmbeddingReads(
            engine, schema, new KnownVectorizers().beside(embedder), new BoundModel(engine), QueryLimits.DEFAULTS);

    @BeforeEach
    void collections() {
        schema.create(Map.of(
                "class",
                "Film",
                "vectorizer",
                "text2vec-transformers",
                "properties",
                List.of(
                        Map.of("name", "title", "dataType", List.of("text")),
                        Map.of("name", "code", "dataType", List.of("text"), "tokenization", "field"),
                        Map.of("name", "year", "dataType", List.of("int")))));
        schema.create(Map.of("class", "Own"));
        schema.create(Map.of(
                "class",
                "Two",
                "vectorConfig",
                Map.of(
                        "a",
                        Map.of("vectorizer", Map.of("text2vec-transformers", Map.of())),
                        "b",
                        Map.of(
                                "vectorizer",
                                Map.of("text2vec-transformers", Map.of()),
                                "vectorIndexConfig",
                                Map.of("distance", "dot")))));
    }

    private static SearchRequest request(String collection, Search search) {
        return new SearchRequest(
                collection,
                Optional.empty(),
                search,
                Optional.empty(),
                OptionalInt.empty(),
                0,
                Optional.empty(),
                List.of(),
                OptionalInt.empty(),
                Optional.empty(),
                Wanted.NOTHING);
    }

    private static Source.Texts texts(String... concepts) {
        return new Source.Texts(List.of(concepts), Optional.empty(), Optional.empty());
    }

    private static Search.Near near(Source source) {
        return new Search.Near(source, Targets.ONLY, Optional.empty());
    }

    private static Targets targets(String... names) {
        return new Targets(List.of(names), Targets.Combination.MINIMUM, Map.of());
    }

    private static Search.Hybrid hybrid(String query, double alpha, Source source) {
        return new Search.Hybrid(
                query,
                List.of(),
                Match.ANY,
                alpha,
                Search.Fusion.RELATIVE_SCORE,
                Optional.ofNullable(source),
                Targets.ONLY,
                OptionalDouble.empty());
    }

    private static SearchRequest fetch(
            Optional<Filter> filter, OptionalInt limit, int offset, Optional<UUID> after, List<Sort> sort) {
        return new SearchRequest(
                "Film",
                Optional.empty(),
                new Search.Fetch(),
                filter,
                limit,
                offset,
                after,
                sort,
                OptionalInt.empty(),
                Optional.empty(),
                Wanted.NOTHING);
    }

    private Ranking ranking(String collection, Search search) {
        reads.search(request(collection, search));
        return engine.queries().getLast().ranking();
    }

    private float[] vector(String collection, Search search) {
        return ((Ranking.Near) ranking(collection, search)).targets().getFirst().vector();
    }

    private void refused(String collection, Search search, String... told) {
        assertThatThrownBy(() -> reads.search(request(collection, search)))
                .isInstanceOf(CollectionException.Invalid.class)
                .message()
                .contains(told);
    }

    private void store(String collection, UUID id, Map<String, float[]> vectors) {
        engine.write(
                collection, Optional.empty(), List.of(new Write.Put(new StoredObject(id, 0, 0, Map.of(), vectors))));
    }

    @Test
    void aTextIsEmbeddedAsAQuery() {
        assertThat(vector("film", near(texts("a holiday film"))))
                .containsExactly(CountingEmbedder.vector("a holiday film"));
        assertThat(embedder.asked().getFirst().getFirst().taskType()).contains(EmbedRequest.QUERY);
    }

    @Test
    void severalConceptsGiveTheMean() {
        assertThat(vector("Film", near(texts("aa", "eeee")))).containsExactly(1, 2, 3);
        assertThat(embedder.asked()).hasSize(1);
    }

    @Test
    void aQueryMovesTowardsAndAway() {
        store("Film", ID, Map.of("", new float[] {4, 0, 0}));
        Source source = new Source.Texts(
                List.of("x"), // 0 0 1
                Optional.of(new Source.Move(0.5, List.of("aa"), List.of(ID))), // mean of 2 0 2 and 4 0 0: 3 0 1
                Optional.of(new Source.Move(1, List.of("e"), List.of()))); // 0 1 1

        // towards: 0.75 * (0 0 1) + 0.25 * (3 0 1) = 0.75 0 1; away: that + 0.5 * (that - (0 1 1)) = 1.125 -0.5 1
        assertThat(vector("Film", near(source))).containsExactly(new float[] {1.125f, -0.5f, 1}, within(1e-6f));
    }

    @Test
    void forcesOutOfRangeAreRefused() {
        for (double force : new double[] {-0.1, 1.1, Double.NaN}) {
            refused(
                    "Film",
                    near(new Source.Texts(
                            List.of("x"),
                            Optional.of(new Source.Move(force, List.of("y"), List.of())),
                            Optional.empty())),
                    "force");
        }
    }

    @Test
    void aForceOfNothingOrTowardsNothingIsSkipped() {
        Source source = new Source.Texts(
                List.of("x"),
                Optional.of(new Source.Move(0, List.of("y"), List.of())),
                Optional.of(new Source.Move(2, List.of(), List.of())));

        assertThat(vector("Film", near(source))).containsExactly(0, 0, 1);
        assertThat(embedder.texts()).containsExactly("x");
    }

    @Test
    void anObjectsVectorIsTaken() {
        store("Film", ID, Map.of("", new float[] {4, 5, 6}));

        assertThat(vector("Film", near(new Source.ObjectOf(ID)))).containsExactly(4, 5, 6);
    }

    @Test
    void anObjectThatIsNotThereOrHasNoVectorIsRefused() {
        assertThatThrownBy(() -> reads.search(request("Film", near(new Source.ObjectOf(ID)))))
                .isInstanceOf(CollectionException.NotFound.class)
                .hasMessageContaining(ID.toString());
        store("Film", ID, Map.of());
        refused("Film", near(new Source.ObjectOf(ID)), "no vector");
    }

    @Test
    void aVectorOfAnotherLengthIsRefused() {
        store("Film", ID, Map.of("", new float[] {4, 5, 6}));

        refused("Film", near(new Source.Vector(new float[] {1, 2})), "3", "2");
        refused("Film", near(new Source.Vector(new float[] {})), "0");
    }

    @Test
    void severalVectorsNeedATargetAndOneNeedsNone() {
        refused("Two", near(texts("x")), "several vectors");
        refused("Two", new Search.Near(texts("x"), targets("c"), Optional.empty()), "'c'");
        refused("Film", new Search.Near(texts("x"), targets("default"), Optional.empty()), "'default'");
        Ranking.Near both =
                (Ranking.Near) ranking("Two", new Search.Near(texts("x"), targets("a", "b"), Optional.empty()));

        assertThat(both.targets()).extracting(Ranking.Target::name).containsExactly("a", "b");
        assertThat(embedder.texts()).containsExactly("x");
    }

    @Test
    void aTargetMayHaveSeveralVectorsWithAWeightEach() {
        Source source = new Source.Vectors(
                Map.of("a", List.of(new float[] {1}, new float[] {2}), "b", List.of(new float[] {3})));
        Targets manual = new Targets(
                List.of("a", "a", "b"), Targets.Combination.MANUAL, Map.of("a", List.of(0.25, 0.5), "b", List.of(2.0)));
        Ranking.Near near = (Ranking.Near) ranking("Two", new Search.Near(source, manual, Optional.empty()));

        assertThat(near.targets()).extracting(Ranking.Target::weight).containsExactly(0.25, 0.5, 2.0);
        refused(
                "Two",
                new Search.Near(
                        source,
                        new Targets(List.of("a", "a", "b"), Targets.Combination.MANUAL, Map.of("a", List.of(1.0))),
                        Optional.empty()),
                "weights");
    }

    @Test
    void aCertaintyIsADistanceOfCosineAlone() {
        Cutoff certainty = new Cutoff.Certainty(0.9);
        Ranking.Near near =
                (Ranking.Near) ranking("Film", new Search.Near(texts("x"), Targets.ONLY, Optional.of(certainty)));

        assertThat(near.maxDistance().orElseThrow()).isCloseTo(0.2, within(1e-12));
        refused("Two", new Search.Near(texts("x"), targets("b"), Optional.of(certainty)), "dot");
        refused("Two", new Search.Near(texts("x"), targets("a", "b"), Optional.of(certainty)), "single target");
    }

    @Test
    void aTextNeedsAVectorizer() {
        refused("Own", near(texts("x")), "no vectorizer");
        refused("Own", hybrid("x", 1, null), "no vectorizer");
        refused("Film", near(texts()), "at least one");
    }

    @Test
    void hybridAsksOnlyTheSidesThatWeigh() {
        Ranking.Hybrid words = (Ranking.Hybrid) ranking("Film", hybrid("x", 0, null));
        assertThat(embedder.asked()).isEmpty();
        assertThat(words.near()).isEmpty();
        assertThat(words.keyword()).isPresent();

        Ranking.Hybrid vector = (Ranking.Hybrid) ranking("Film", hybrid("x", 1, null));
        assertThat(vector.near()).isPresent();
        assertThat(vector.keyword()).isEmpty();
        assertThat(embedder.texts()).containsExactly("x");
    }

    @Test
    void hybridWithoutAQueryNeedsAVector() {
        refused("Film", hybrid("", 0.5, null), "query");
        Ranking.Hybrid given = (Ranking.Hybrid) ranking("Film", hybrid("", 0.5, new Source.Vector(new float[] {1})));

        assertThat(given.keyword()).isEmpty();
        assertThat(embedder.asked()).isEmpty();
    }

    @Test
    void alphaIsFromZeroToOne() {
        refused("Film", hybrid("x", 1.1, null), "alpha");
        refused("Film", hybrid("x", Double.NaN, null), "alpha");
    }

    @Test
    void keywordsNeedAQueryAndSearchableProperties() {
        refused("Film", new Search.Keyword(" ", List.of(), Match.ANY), "query");
        refused("Film", new Search.Keyword("x", List.of(new SearchedProperty("cast", 1)), Match.ANY), "cast");
        refused("Film", new Search.Keyword("x", List.of(new SearchedProperty("year", 1)), Match.ANY), "year");
        refused("Own", new Search.Keyword("x", List.of(), Match.ANY), "indexSearchable");
        refused(
                "Film",
                new Search.Keyword("x", List.of(), new Match(Match.Operator.AND_CROSS, OptionalInt.empty())),
                "tokenization");
        ranking("Film", new Search.Keyword("x", List.of(new SearchedProperty("Title", 2)), Match.ANY));
    }

    @Test
    void limitsHaveADefaultAndAMaximum() {
        reads.search(fetch(Optional.empty(), OptionalInt.empty(), 0, Optional.empty(), List.of()));
        assertThat(engine.queries().getLast().limit()).isEqualTo(10);
        reads.search(fetch(Optional.empty(), OptionalInt.of(9_000), 1_000, Optional.empty(), List.of()));

        assertThatThrownBy(() -> reads.search(
                        fetch(Optional.empty(), OptionalInt.of(9_000), 1_001, Optional.empty(), List.of())))
                .isInstanceOf(CollectionException.Invalid.class)
                .hasMessageContaining("QUERY_MAXIMUM_RESULTS");
        assertThatThrownBy(
                        () -> reads.search(fetch(Optional.empty(), OptionalInt.of(-1), 0, Optional.empty(), List.of())))
                .isInstanceOf(CollectionException.Invalid.class);
    }

    @Test
    void afterGoesWithALimitOnly() {
        reads.search(fetch(Optional.empty(), OptionalInt.of(5), 0, Optional.of(ID), List.of()));

        assertThatThrownBy(
                        () -> reads.search(fetch(Optional.empty(), OptionalInt.of(5), 1, Optional.of(ID), List.of())))
                .isInstanceOf(CollectionException.Invalid.class);
        assertThatThrownBy(() -> reads.search(fetch(
                        Optional.empty(), OptionalInt.of(5), 0, Optional.of(ID), List.of(new Sort("year", true)))))
                .isInstanceOf(CollectionException.Invalid.class);
    }

    @Test
    void aSearchTakesNoSortAndAFetchNoGroups() {
        assertThatThrownBy(() -> reads.search(new SearchRequest(
                        "Film",
                        Optional.empty(),
                        near(texts("x")),
                        Optional.empty(),
                        OptionalInt.empty(),
                        0,
                        Optional.empty(),
                        List.of(new Sort("year", true)),
                        OptionalInt.empty(),
                        Optional.empty(),
                        Wanted.NOTHING)))
                .isInstanceOf(CollectionException.Invalid.class)
                .hasMessageContaining("sort");
        assertThatThrownBy(() -> reads.search(new SearchRequest(
                        "Film",
                        Optional.empty(),
                        new Search.Fetch(),
                        Optional.empty(),
                        OptionalInt.empty(),
                        0,
                        Optional.empty(),
                        List.of(),
                        OptionalInt.empty(),
                        Optional.of(new GroupBy("year", 1, 1)),
                        Wanted.NOTHING)))
                .isInstanceOf(CollectionException.Invalid.class);
    }

    @Test
    void aTextIsRefusedWhereAnotherModelMadeTheVectors() {
        engine.bindModel("Film", "other, recipe declared, 1-2-3");

        refused("Film", near(texts("x")), "other", "model one");
        vector("Film", near(new Source.Vector(new float[] {1})));
    }

    @Test
    void anUnknownCollectionIsNotFound() {
        assertThatThrownBy(() -> reads.search(request("Nothing", new Search.Fetch())))
                .isInstanceOf(CollectionException.NotFound.class);
        assertThatThrownBy(() -> reads.count("Nothing", Optional.empty(), Optional.empty()))
                .isInstanceOf(CollectionException.NotFound.class);
    }

    @Test
    void aFilterThatIsWrongOrOverItsLimitsIsRefusedBeforeAVectorIsMade() {
        Filter old = condition("year");
        Filter deep = Stream.iterate(old, Filter.Not::new)
                .skip(FilterLimits.DEFAULT.depth())
                .findFirst()
                .orElseThrow();

        refused(condition("age"), "'age'");
        refused(deep, "TEXT2VEC_FILTER_DEPTH");
        refused(new Filter.And(Collections.nCopies(10_001, old)), "TEXT2VEC_FILTER_CONDITIONS");
        assertThat(embedder.asked()).isEmpty();
    }

    private static Filter condition(String property) {
        return new Filter.Condition(new FilterPath.Property(property), FilterOperator.EQUAL, new Operand.Int(1979));
    }

    private void refused(Filter filter, String message) {
        SearchRequest search = new SearchRequest(
                "Film",
                Optional.empty(),
                near(texts("x")),
                Optional.of(filter),
                OptionalInt.empty(),
                0,
                Optional.empty(),
                List.of(),
                OptionalInt.empty(),
                Optional.empty(),
                Wanted.NOTHING);
        assertThatThrownBy(() -> reads.search(search))
                .isInstanceOf(CollectionException.Invalid.class)
                .hasMessageContaining(message);
        assertThatThrownBy(() -> reads.count("Film", Optional.empty(), Optional.of(filter)))
                .isInstanceOf(CollectionException.Invalid.class)
                .hasMessageContaining(message);
    }
}
