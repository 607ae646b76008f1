package io.text2vec.collections.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.text2vec.collections.CollectionException.Invalid;
import io.text2vec.collections.CollectionException.NotFound;
import io.text2vec.collections.aggregate.AggregateRequest;
import io.text2vec.collections.aggregate.Asked;
import io.text2vec.collections.aggregate.Statistic;
import io.text2vec.collections.engine.AggregateQuery;
import io.text2vec.collections.engine.MemoryEngine;
import io.text2vec.collections.engine.Ranking;
import io.text2vec.collections.filter.Filter;
import io.text2vec.collections.filter.FilterOperator;
import io.text2vec.collections.filter.FilterPath;
import io.text2vec.collections.filter.Operand;
import io.text2vec.collections.query.Cutoff;
import io.text2vec.collections.query.Match;
import io.text2vec.collections.query.Search;
import io.text2vec.collections.query.Source;
import io.text2vec.collections.query.Targets;
import io.text2vec.collections.schema.SchemaService;
import io.text2vec.collections.schema.SchemaSettings;
import io.text2vec.collections.vectorize.BoundModel;
import io.text2vec.collections.vectorize.CountingEmbedder;
import io.text2vec.collections.vectorize.KnownVectorizers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AggregateReadsTest {
    private static final Search ALL = new Search.Fetch();

    private final MemoryEngine engine = new MemoryEngine();
    private final SchemaService schema = new SchemaService(engine, SchemaSettings.DEFAULTS);
    private final CountingEmbedder embedder = new CountingEmbedder("one");
    private final EmbeddingReads reads = new EmbeddingReads(
            engine, schema, new KnownVectorizers().beside(embedder), new BoundModel(engine), QueryLimits.DEFAULTS);

    private OptionalInt objectLimit = OptionalInt.empty();
    private Optional<String> groupBy = Optional.empty();
    private OptionalInt groups = OptionalInt.empty();

    @BeforeEach
    void films() {
        schema.create(Map.of(
                "class",
                "Film",
                "vectorizer",
                "text2vec-transformers",
                "properties",
                List.of(
                        property("title", "text"),
                        property("year", "int"),
                        property("shown", "date"),
                        property("good", "boolean"),
                        property("code", "uuid"),
                        property("place", "geoCoordinates"))));
    }

    private static Map<String, Object> property(String name, String type) {
        return Map.of("name", name, "dataType", List.of(type));
    }

    @Test
    void textsToBeNearToBecomeVectors() {
        objectLimit = OptionalInt.of(7);

        AggregateQuery asked = ask(near("a shark", Optional.empty()), asked("year", Statistic.MEDIAN));

        assertThat(((Ranking.Near) asked.ranking()).targets()).hasSize(1);
        assertThat(asked.objectLimit()).hasValue(7);
        assertThat(asked.properties()).containsExactly(asked("year", Statistic.MEDIAN));
    }

    @Test
    void aHundredGroupsAreMadeWhereNoLimitIsGiven() {
        groupBy = Optional.of("title");

        assertThat(ask(ALL).groups()).isEqualTo(100);
        groups = OptionalInt.of(3);
        assertThat(ask(ALL).groups()).isEqualTo(3);
    }

    @Test
    void whatIsNearNeedsABound() {
        assertInvalid(() -> ask(near("a shark", Optional.empty())), "objectLimit");
        assertThat(ask(near("a shark", Optional.of(new Cutoff.Certainty(0.7)))).objectLimit())
                .isEmpty();
    }

    @Test
    void whatWordsAreFoundInNeedsALimit() {
        Search words = new Search.Keyword("shark", List.of(), Match.ANY);

        assertInvalid(() -> ask(words), "objectLimit");
        objectLimit = OptionalInt.of(1);
        assertThat(ask(words).ranking()).isInstanceOf(Ranking.Keyword.class);
    }

    @Test
    void limitsMustMakeSense() {
        objectLimit = OptionalInt.of(3);
        assertInvalid(() -> ask(ALL), "there is no search");
        objectLimit = OptionalInt.of(0);
        assertInvalid(() -> ask(near("a shark", Optional.empty())), "at least 1");
        objectLimit = OptionalInt.of(10_001);
        assertInvalid(() -> ask(near("a shark", Optional.empty())), "QUERY_MAXIMUM_RESULTS");
        objectLimit = OptionalInt.empty();
        groups = OptionalInt.of(10_001);
        assertInvalid(() -> ask(ALL), "QUERY_MAXIMUM_RESULTS");
    }

    @Test
    void refusesWhatAPropertyHasNot() {
        assertInvalid(() -> ask(ALL, asked("weight")), "no property named 'weight'");
        assertInvalid(() -> ask(ALL, asked("title", Statistic.SUM)), "text, whose values have no sum");
        assertInvalid(() -> ask(ALL, asked("shown", Statistic.MEAN)), "date, whose values have no mean");
        assertInvalid(() -> ask(ALL, asked("good", Statistic.MODE)), "boolean, whose values have no mode");
        assertInvalid(() -> ask(ALL, asked("place")), "geoCoordinates");
        assertInvalid(() -> ask(ALL, asked("code")), "uuid");
        assertInvalid(() -> ask(ALL, new Asked("year", Set.of(), 5)), "topOccurrences");
    }

    @Test
    void refusesGroupsByWhatIsNoSingleValue() {
        groupBy = Optional.of("place");
        assertInvalid(() -> ask(ALL), "geoCoordinates");
        groupBy = Optional.of("weight");
        assertInvalid(() -> ask(ALL), "weight");
        groupBy = Optional.of("code");
        assertThat(ask(ALL).groupBy()).hasValue("code");
    }

    @Test
    void aFilterIsCheckedBeforeAVectorIsMade() {
        Filter unknown =
                new Filter.Condition(new FilterPath.Property("weight"), FilterOperator.EQUAL, new Operand.Int(1));
        objectLimit = OptionalInt.of(1);

        assertInvalid(
                () -> reads.aggregate(new AggregateRequest(
                        "Film",
                        Optional.empty(),
                        near("a shark", Optional.empty()),
                        Optional.of(unknown),
                        objectLimit,
                        groupBy,
                        groups,
                        List.of())),
                "weight");
        assertThat(embedder.asked()).isEmpty();
    }

    @Test
    void aTenantIsForCollectionsThatHaveSome() {
        assertInvalid(
                () -> reads.aggregate(new AggregateRequest(
                        "Film", Optional.of("t"), ALL, Optional.empty(), objectLimit, groupBy, groups, List.of())),
                "no tenants");
        assertThatThrownBy(() -> reads.aggregate(new AggregateRequest(
                        "Book", Optional.empty(), ALL, Optional.empty(), objectLimit, groupBy, groups, List.of())))
                .isInstanceOf(NotFound.class);
    }

    private AggregateQuery ask(Search search, Asked... properties) {
        reads.aggregate(new AggregateRequest(
                "Film", Optional.empty(), search, Optional.empty(), objectLimit, groupBy, groups, List.of(properties)));
        return engine.aggregateQueries().getLast();
    }

    private static Asked asked(String property, Statistic... statistics) {
        return new Asked(property, Set.of(statistics), 0);
    }

    private static Search near(String text, Optional<Cutoff> cutoff) {
        return new Search.Near(
                new Source.Texts(List.of(text), Optional.empty(), Optional.empty()), Targets.ONLY, cutoff);
    }

    private static void assertInvalid(ThrowingCallable call, String words) {
        assertThatThrownBy(call).isInstanceOf(Invalid.class).hasMessageContaining(words);
    }
}
