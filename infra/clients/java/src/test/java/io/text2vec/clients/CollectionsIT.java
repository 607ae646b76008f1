package io.text2vec.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.weaviate.client6.v1.api.WeaviateApiException;
import io.weaviate.client6.v1.api.WeaviateClient;
import io.weaviate.client6.v1.api.WeaviateException;
import io.weaviate.client6.v1.api.cluster.Node;
import io.weaviate.client6.v1.api.cluster.NodeStatus;
import io.weaviate.client6.v1.api.cluster.NodeVerbosity;
import io.weaviate.client6.v1.api.cluster.Shard;
import io.weaviate.client6.v1.api.collections.CollectionConfig;
import io.weaviate.client6.v1.api.collections.CollectionHandle;
import io.weaviate.client6.v1.api.collections.Property;
import io.weaviate.client6.v1.api.collections.Quantization;
import io.weaviate.client6.v1.api.collections.Tokenization;
import io.weaviate.client6.v1.api.collections.VectorConfig;
import io.weaviate.client6.v1.api.collections.VectorIndex;
import io.weaviate.client6.v1.api.collections.Vectors;
import io.weaviate.client6.v1.api.collections.WeaviateObject;
import io.weaviate.client6.v1.api.collections.data.DeleteManyResponse;
import io.weaviate.client6.v1.api.collections.data.InsertManyResponse;
import io.weaviate.client6.v1.api.collections.query.Boost;
import io.weaviate.client6.v1.api.collections.query.ConsistencyLevel;
import io.weaviate.client6.v1.api.collections.query.Filter;
import io.weaviate.client6.v1.api.collections.query.GroupBy;
import io.weaviate.client6.v1.api.collections.query.Hybrid;
import io.weaviate.client6.v1.api.collections.query.Metadata;
import io.weaviate.client6.v1.api.collections.query.NearVector;
import io.weaviate.client6.v1.api.collections.query.NearVectorTarget;
import io.weaviate.client6.v1.api.collections.query.QueryResponse;
import io.weaviate.client6.v1.api.collections.query.Rerank;
import io.weaviate.client6.v1.api.collections.query.SearchOperator;
import io.weaviate.client6.v1.api.collections.query.SortBy;
import io.weaviate.client6.v1.api.collections.query.Target;
import io.weaviate.client6.v1.api.collections.vectorindex.Distance;
import io.weaviate.client6.v1.api.collections.vectorindex.Flat;
import io.weaviate.client6.v1.api.collections.vectorindex.Hnsw;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What programs do with a collection of their own vectors: change its settings, write, read, filter, search. Seen from
 * the first planet, the others are 0.2, 1 and 2 away; the last one has but texts.
 */
@Timeout(60)
class CollectionsIT {
    private static final String NAME = "Planet";
    private static final float[] FIRST = {1, 0};
    private static final int LASTING = 250;

    private static LocalApp app;
    private static WeaviateClient client;

    private CollectionHandle<Map<String, Object>> planets;

    @BeforeAll
    static void connect() throws Exception {
        app = LocalApp.start();
        client = app.connect();
    }

    @AfterAll
    static void end() throws Exception {
        client.collections.delete(NAME);
        client.close();
        app.close();
    }

    @BeforeEach
    void fourPlanets() throws Exception {
        client.collections.delete(NAME);
        planets = client.collections.create(NAME, planet -> planet.vectorConfig(VectorConfig.selfProvided())
                .invertedIndex(index ->
                        index.indexNulls(true).indexPropertyLength(true).indexTimestamps(true))
                .properties(
                        Property.text("name"),
                        Property.text("code", code -> code.tokenization(Tokenization.FIELD)),
                        Property.integer("moons"),
                        Property.number("mass"),
                        Property.bool("ringed"),
                        Property.date("seen"),
                        Property.textArray("tags")));
        insert(1, planet("The red Planet", "Red One", 2, 0.5, false, 2001, "near", "rock"), 1, 0);
        insert(2, planet("The blue planet", "Blue Two", 1, 1.5, false, 2002, "near", "rock", "water"), 0.8f, 0.6f);
        insert(3, planet("A ringed giant", "Giant Three", 80, 95.5, true, 2003, "far"), 0, 1);
        insert(4, Map.of("name", "Evening star", "code", "Star Four"), -1, 0);
    }

    private static Map<String, Object> planet(
            String name, String code, int moons, double mass, boolean ringed, int seen, String... tags) {
        return Map.of(
                "name", name,
                "code", code,
                "moons", moons,
                "mass", mass,
                "ringed", ringed,
                "seen", newYear(seen),
                "tags", List.of(tags));
    }

    /** A second into the year: this client leaves seconds out where there are none, and no server takes that. */
    private static OffsetDateTime newYear(int year) {
        return OffsetDateTime.parse(year + "-01-01T00:00:01Z");
    }

    private void insert(int number, Map<String, Object> properties, float... vector) throws Exception {
        planets.data.insert(properties, planet -> planet.uuid(id(number)).vectors(Vectors.of(vector)));
    }

    private static String id(int number) {
        return "00000000-0000-0000-0000-%012x".formatted(number);
    }

    private static int number(String id) {
        return Integer.parseInt(id.substring(id.length() - 8), 16);
    }

    private static List<Integer> numbers(QueryResponse<Map<String, Object>> found) {
        return found.objects().stream().map(hit -> number(hit.uuid())).toList();
    }

    private static List<Float> distances(QueryResponse<Map<String, Object>> found) {
        return found.objects().stream()
                .map(hit -> hit.queryMetadata().distance())
                .toList();
    }

    private List<Integer> near(UnaryOperator<NearVector.Builder> options) {
        return numbers(planets.query.nearVector(FIRST, options::apply));
    }

    private List<Integer> fitting(Filter filter) {
        return numbers(planets.query.fetchObjects(query -> query.filters(filter))).stream()
                .sorted()
                .toList();
    }

    private WeaviateObject<Map<String, Object>> fetched(int number) {
        return planets.query
                .fetchObjectById(id(number), query -> query.includeVector())
                .orElseThrow();
    }

    @Test
    void settingsThatMayChangeAreUpdated() throws Exception {
        planets.config.update(planet -> planet.description("round")
                .propertyDescription("name", "how it is called")
                .invertedIndex(index -> index.bm25(bm25 -> bm25.b(0.5f).k1(1.5f))
                        .stopwords(words -> words.preset("en").add("planet"))
                        .indexNulls(true)
                        .indexPropertyLength(true)
                        .indexTimestamps(true))
                .vectorConfig(VectorConfig.selfProvided(vector -> vector.vectorIndex(Hnsw.of(index -> index.ef(77))))));

        CollectionConfig config = planets.config.get().orElseThrow();
        assertThat(config.description()).isEqualTo("round");
        assertThat(config.properties())
                .filteredOn(property -> property.propertyName().equals("name"))
                .extracting(Property::description)
                .containsExactly("how it is called");
        assertThat(config.invertedIndex().bm25().b()).isEqualTo(0.5f);
        assertThat(config.vectors().get("default").vectorIndex().asHnsw().ef()).isEqualTo(77);
        assertThat(numbers(planets.query.bm25("planet"))).isEmpty();
    }

    @Test
    void settingsThatMayNotChangeAreRefused() throws Exception {
        assertThatThrownBy(() -> planets.config.update(planet -> planet.vectorConfig(VectorConfig.selfProvided(
                        vector -> vector.vectorIndex(Hnsw.of(index -> index.distance(Distance.DOT)))))))
                .isInstanceOf(WeaviateApiException.class);
        assertThatThrownBy(() -> planets.config.update(planet -> planet.multiTenancy(tenants -> tenants.enabled(true))))
                .isInstanceOf(WeaviateApiException.class);
        assertThat(near(query -> query)).containsExactly(1, 2, 3, 4);
    }

    @Test
    void anAddedPropertyIsStoredAndFilteredByAndItsNameIsTaken() throws Exception {
        planets.config.addProperty(Property.integer("rank"));
        planets.data.insert(Map.of("name", "new", "rank", 7), planet -> planet.uuid(id(5)));

        assertThat(fitting(Filter.property("rank").eq(7))).containsExactly(5);
        for (String taken : List.of("rank", "Rank", "RANK")) {
            assertThatThrownBy(() -> planets.config.addProperty(Property.text(taken)))
                    .isInstanceOf(WeaviateApiException.class);
        }
    }

    @Test
    void anInsertUnderATakenIdFailsAndChangesNothing() {
        assertThatThrownBy(() -> insert(1, Map.of("name", "another"), FIRST)).isInstanceOf(WeaviateApiException.class);

        assertThat(fetched(1).properties()).containsEntry("name", "The red Planet");
        assertThat(planets.size()).isEqualTo(4);
    }

    @Test
    void aReplacementDropsWhatItDoesNotBring() throws Exception {
        Long made = fetched(1).createdAt();
        planets.data.replace(id(1), planet -> planet.properties(Map.of("name", "bare")));

        assertThat(fetched(1).properties().get("name")).isEqualTo("bare");
        assertThat(fetched(1).properties().get("moons")).isNull();
        assertThat(fetched(1).createdAt()).isEqualTo(made);
        assertThat(near(query -> query)).containsExactly(2, 3, 4);
    }

    @Test
    void anUpdateMergesAndKeepsTheVector() throws Exception {
        planets.data.update(id(1), planet -> planet.properties(Map.of("moons", 3)));

        assertThat(fetched(1).properties())
                .containsEntry("name", "The red Planet")
                .containsEntry("moons", 3L);
        assertThat(fetched(1).vectors().getDefaultSingle()).containsExactly(FIRST);
    }

    @Test
    void whatIsNotThereIsNeitherReplacedNorUpdated() {
        assertThatThrownBy(() -> planets.data.replace(id(99), planet -> planet.properties(Map.of("name", "nobody"))))
                .isInstanceOf(WeaviateApiException.class);
        assertThatThrownBy(() -> planets.data.update(id(99), planet -> planet.properties(Map.of("name", "nobody"))))
                .isInstanceOf(WeaviateApiException.class);
        assertThat(planets.data.exists(id(99))).isFalse();
    }

    @Test
    void whatIsDeletedTwiceIsGoneOnce() throws Exception {
        assertThat(planets.data.exists(id(1))).isTrue();
        planets.data.deleteById(id(1));
        planets.data.deleteById(id(1));

        assertThat(planets.data.exists(id(1))).isFalse();
        assertThat(planets.size()).isEqualTo(3);
    }

    @Test
    void objectsOfABatchFailOneByOne() {
        InsertManyResponse answer = planets.data.insertMany(List.of(
                object(10, Map.of("name", "good"), 0, 1),
                object(11, Map.of("moons", "three"), 0, 1),
                object(12, Map.of("moons", 1.5), 0, 1),
                object(13, Map.of("name", "longer"), 1, 2, 3),
                object(14, Map.of("name", "good too"), 0, 1)));

        assertThat(answer.responses())
                .extracting(InsertManyResponse.InsertObject::successful)
                .containsExactly(true, false, false, false, true);
        assertThat(answer.errors()).hasSize(3).allSatisfy(error -> assertThat(error)
                .isNotBlank());
        assertThat(planets.size()).isEqualTo(6);
    }

    private static WeaviateObject<Map<String, Object>> object(
            int number, Map<String, Object> properties, float... vector) {
        return WeaviateObject.of(
                object -> object.uuid(id(number)).properties(properties).vectors(Vectors.of(vector)));
    }

    @Test
    void textIsFilteredByItsTokens() {
        assertThat(fitting(Filter.property("name").eq("PLANET red"))).containsExactly(1);
        assertThat(fitting(Filter.property("name").ne("planet"))).containsExactly(3, 4);
        assertThat(fitting(Filter.property("name").like("plan*"))).containsExactly(1, 2);
        assertThat(fitting(Filter.property("code").eq("Red One"))).containsExactly(1);
        assertThat(fitting(Filter.property("code").eq("One"))).isEmpty();
        assertThatThrownBy(() -> fitting(Filter.property("name").eq("the"))).isInstanceOf(WeaviateApiException.class);
    }

    @Test
    void numbersBooleansAndDatesAreCompared() {
        assertThat(fitting(Filter.property("moons").gt(1))).containsExactly(1, 3);
        assertThat(fitting(Filter.property("moons").ne(2))).containsExactly(2, 3, 4);
        assertThat(fitting(Filter.property("mass").lt(1.5))).containsExactly(1);
        assertThat(fitting(Filter.property("mass").gte(1.5))).containsExactly(2, 3);
        assertThat(fitting(Filter.property("seen").lt(newYear(2003)))).containsExactly(1, 2);
        assertThat(fitting(Filter.property("ringed").eq(true))).containsExactly(3);
        assertThatThrownBy(() -> fitting(Filter.property("weight").eq(1))).isInstanceOf(WeaviateApiException.class);
    }

    @Test
    void anyAllOrNoneOfSeveralValuesAreContained() {
        assertThat(fitting(Filter.property("tags").containsAny("water", "far"))).containsExactly(2, 3);
        assertThat(fitting(Filter.property("tags").containsAll("near", "water")))
                .containsExactly(2);
        assertThat(fitting(Filter.property("tags").containsNone(List.of("near"))))
                .containsExactly(3, 4);
        assertThat(fitting(Filter.property("moons").containsAny(1L, 80L))).containsExactly(2, 3);
    }

    @Test
    void missingValuesAndLengthsAreFilteredBy() {
        assertThat(fitting(Filter.property("moons").isNull())).containsExactly(4);
        assertThat(fitting(Filter.property("moons").isNotNull())).containsExactly(1, 2, 3);
        assertThat(fitting(Filter.propertyLen("tags").gt(1))).containsExactly(1, 2);
    }

    @Test
    void idsAndTimesAreFilteredBy() {
        OffsetDateTime future = OffsetDateTime.now().plusHours(1);
        assertThat(fitting(Filter.uuid().eq(id(2)))).containsExactly(2);
        assertThat(fitting(Filter.uuid().containsAny(id(2), id(4), id(9)))).containsExactly(2, 4);
        assertThat(fitting(Filter.uuid().gt(id(2)))).containsExactly(3, 4);
        assertThat(fitting(Filter.createdAt().lt(future))).containsExactly(1, 2, 3, 4);
        assertThat(fitting(Filter.lastUpdatedAt().gt(future))).isEmpty();
    }

    @Test
    void conditionsAreJoinedAndNegated() {
        Filter planet = Filter.property("name").eq("planet");
        Filter one = Filter.property("moons").eq(1);
        Filter far = Filter.property("tags").containsAny(List.of("far"));
        assertThat(fitting(Filter.and(planet, one))).containsExactly(2);
        assertThat(fitting(Filter.or(one, far))).containsExactly(2, 3);
        assertThat(fitting(Filter.not(planet))).containsExactly(3, 4);
        assertThat(fitting(Filter.and(Filter.or(planet, far), one.not()))).containsExactly(1, 3);
    }

    @Test
    void missingValuesAreSortedFirstAndBackwardsLast() {
        assertThat(sorted(SortBy.property("moons"))).containsExactly(4, 2, 1, 3);
        assertThat(sorted(SortBy.property("moons").desc())).containsExactly(3, 1, 2, 4);
        assertThat(sorted(SortBy.property("ringed"), SortBy.property("mass").desc()))
                .containsExactly(4, 2, 1, 3);
        assertThat(sorted(SortBy.uuid().desc())).containsExactly(4, 3, 2, 1);
    }

    private List<Integer> sorted(SortBy... by) {
        return numbers(planets.query.fetchObjects(query -> query.sort(by)));
    }

    @Test
    void anIterationMeetsEachObjectOnceWhileOthersWrite() {
        List<String> lasting = IntStream.range(1000, 1000 + LASTING)
                .mapToObj(CollectionsIT::id)
                .toList();
        assertThat(planets.data
                        .insertMany(lasting.stream()
                                .map(id -> object(number(id), Map.of("name", "lasting"), 0, 1))
                                .toList())
                        .errors())
                .isEmpty();
        AtomicBoolean done = new AtomicBoolean();
        CompletableFuture<Void> writer = CompletableFuture.runAsync(() -> {
            while (!done.get()) {
                planets.data.insertMany(List.of(object(1, Map.of("name", "again"), 0, 1)));
                planets.data.insertMany(List.of(object(5000, Map.of("name", "passing"), 0, 1)));
                planets.data.deleteMany(id(5000));
            }
        });

        List<String> met = new ArrayList<>();
        planets.paginate(pages -> pages.pageSize(20)).forEach(planet -> met.add(planet.uuid()));
        done.set(true);
        writer.join();

        assertThat(met).doesNotHaveDuplicates().containsAll(lasting);
    }

    @Test
    void pagesEndAtTheMaximum() {
        assertThat(numbers(planets.query.fetchObjects(query -> query.limit(2).offset(2))))
                .containsExactly(3, 4);
        assertThat(numbers(planets.query.fetchObjects(query -> query.limit(2).offset(9))))
                .isEmpty();
        assertThat(numbers(planets.query.fetchObjects(query -> query.limit(2).after(id(1)))))
                .containsExactly(2, 3);
        assertThatThrownBy(() -> planets.query.fetchObjects(query -> query.limit(10001)))
                .isInstanceOf(WeaviateApiException.class);
        assertThatThrownBy(
                        () -> planets.query.fetchObjects(query -> query.limit(1).offset(10000)))
                .isInstanceOf(WeaviateApiException.class);
    }

    @Test
    void onlyWhatWasAskedForIsTold() {
        var bare = planets.query
                .nearVector(FIRST, query -> query.limit(1).returnProperties("moons"))
                .objects()
                .getFirst();
        var full = planets.query
                .nearVector(FIRST, query -> query.limit(1)
                        .includeVector()
                        .returnMetadata(Metadata.DISTANCE, Metadata.CERTAINTY, Metadata.CREATION_TIME_UNIX))
                .objects()
                .getFirst();

        assertThat(bare.properties()).isEqualTo(Map.of("moons", 2L));
        assertThat(bare.queryMetadata().distance()).isNull();
        assertThat(bare.vectors().asMap()).isEmpty();
        assertThat(full.queryMetadata().distance()).isCloseTo(0, within(1e-6f));
        assertThat(full.queryMetadata().certainty()).isCloseTo(1, within(1e-6f));
        assertThat(full.createdAt()).isNotNull();
        assertThat(full.vectors().getDefaultSingle()).containsExactly(FIRST);
    }

    @Test
    void distancesToSeveralTargetsAreCombined() throws Exception {
        client.collections.delete(NAME);
        Hnsw squared = Hnsw.of(index -> index.distance(Distance.L2_SQUARED));
        planets = client.collections.create(
                NAME,
                planet -> planet.vectorConfig(
                        VectorConfig.selfProvided("near", vector -> vector.vectorIndex(squared)),
                        VectorConfig.selfProvided("far", vector -> vector.vectorIndex(squared))));
        target(1, Vectors.of("near", new float[] {1, 0}), Vectors.of("far", new float[] {0, 0}));
        target(2, Vectors.of("near", new float[] {3, 0}), Vectors.of("far", new float[] {1, 0}));
        target(3, Vectors.of("near", new float[] {2, 0}));
        Target.VectorTarget near = Target.vector("near", FIRST);
        Target.VectorTarget far = Target.vector("far", FIRST);

        assertThat(combined(Target.sum(near, far))).isEqualTo(Map.of(1, 1f, 2, 4f));
        assertThat(combined(Target.average(near, far))).isEqualTo(Map.of(1, 0.5f, 2, 2f));
        assertThat(combined(Target.min(near, far))).isEqualTo(Map.of(1, 0f, 2, 0f, 3, 1f));
        assertThat(combined(Target.manualWeights(Target.vector("near", 1, FIRST), Target.vector("far", 3, FIRST))))
                .isEqualTo(Map.of(1, 3f, 2, 4f));
        assertThat(combined(
                        Target.relativeScore(Target.vector("near", 0.75f, FIRST), Target.vector("far", 0.25f, FIRST))))
                .isEqualTo(Map.of(1, 0.25f, 2, 0.75f));
    }

    private void target(int number, Vectors... vectors) throws Exception {
        planets.data.insert(Map.of(), planet -> planet.uuid(id(number)).vectors(vectors));
    }

    private Map<Integer, Float> combined(NearVectorTarget targets) {
        return planets.query.nearVector(targets, query -> query.returnMetadata(Metadata.DISTANCE)).objects().stream()
                .collect(Collectors.toMap(
                        hit -> number(hit.uuid()), hit -> hit.queryMetadata().distance()));
    }

    @Test
    void whatIsNearToAnObjectStartsWithIt() {
        var found = planets.query.nearObject(id(2), query -> query.returnMetadata(Metadata.DISTANCE));

        assertThat(numbers(found)).containsExactly(2, 1, 3, 4);
        assertThat(distances(found).get(1)).isCloseTo(0.2f, within(1e-6f));
        assertThatThrownBy(() -> planets.query.nearObject(id(99))).isInstanceOf(WeaviateApiException.class);
    }

    @Test
    void whatIsTooFarAwayIsCutOff() {
        assertThat(near(query -> query.distance(0.5f))).containsExactly(1, 2);
        assertThat(near(query -> query.certainty(0.4f))).containsExactly(1, 2, 3);
        assertThat(near(query -> query.autolimit(1))).containsExactly(1, 2, 3);
        assertThat(near(query ->
                        query.distance(0.5f).filters(Filter.property("moons").eq(1))))
                .containsExactly(2);
    }

    @Test
    void wordsAndVectorsAreFused() {
        assertThat(fused(Hybrid.FusionType.RELATIVE_SCORE, 0.5f)).containsExactly(1f, 0.95f, 0.25f, 0f);
        assertThat(fused(Hybrid.FusionType.RANKED, 0.5f)).containsExactly(1f / 60, 1f / 61, 0.5f / 62, 0.5f / 63);
        assertThat(fused(Hybrid.FusionType.RELATIVE_SCORE, 0)).hasSize(2);
        assertThat(fused(Hybrid.FusionType.RELATIVE_SCORE, 1)).hasSize(4);
    }

    private List<Float> fused(Hybrid.FusionType fusion, float alpha) {
        var found = planets.query.hybrid("planet", query -> query.alpha(alpha)
                .nearVector(NearVector.of(FIRST))
                .fusionType(fusion)
                .returnMetadata(Metadata.SCORE));
        return found.objects().stream().map(hit -> hit.queryMetadata().score()).toList();
    }

    @Test
    void wordsMayAllBeNeededOrSomeAndCountMoreInOneProperty() {
        String words = "red planet star";
        assertThat(numbers(planets.query.bm25(words, query -> query.searchOperator(SearchOperator.or(2)))))
                .containsExactly(1);
        assertThat(numbers(planets.query.bm25(words, query -> query.searchOperator(SearchOperator.and()))))
                .isEmpty();
        assertThat(score("name^2")).isCloseTo(2 * score("name"), within(1e-4f));
        assertThatThrownBy(() -> score("moons")).isInstanceOf(WeaviateApiException.class);
    }

    private float score(String property) {
        return planets.query
                .bm25("giant", query -> query.queryProperties(property).returnMetadata(Metadata.SCORE))
                .objects()
                .getFirst()
                .queryMetadata()
                .score();
    }

    @Test
    void hitsAreGroupedByAProperty() {
        var groups = planets.query
                .nearVector(FIRST, query -> query.limit(3), GroupBy.property("ringed", 5, 1))
                .groups();

        assertThat(groups.keySet()).containsExactlyInAnyOrder("false", "true");
        assertThat(groups.get("false").objects())
                .extracting(hit -> number(hit.uuid()))
                .containsExactly(1);
    }

    @Test
    void whatWordsFindIsGroupedToo() {
        GroupBy byRings = GroupBy.property("ringed", 2, 5);
        for (var found : List.of(
                planets.query.bm25("planet giant", byRings),
                planets.query.hybrid(
                        "planet giant",
                        query -> query.alpha(0.5f)
                                .nearVector(NearVector.of(FIRST))
                                .limit(3),
                        byRings))) {
            assertThat(found.groups().get("false").objects())
                    .extracting(hit -> number(hit.uuid()))
                    .containsExactlyInAnyOrder(1, 2);
            assertThat(found.groups().get("true").objects())
                    .extracting(hit -> number(hit.uuid()))
                    .containsExactly(3);
        }
    }

    @Test
    void aDeletionByAFilterCanBeTriedFirst() {
        Filter where = Filter.property("name").eq("planet");

        DeleteManyResponse tried =
                planets.data.deleteMany(where, many -> many.dryRun(true).verbose(true));
        assertThat(tried.matches()).isEqualTo(2);
        assertThat(tried.objects()).hasSize(2).allMatch(DeleteManyResponse.DeletedObject::successful);
        assertThat(planets.size()).isEqualTo(4);

        DeleteManyResponse done = planets.data.deleteMany(where);
        assertThat(done.successful()).isEqualTo(2);
        assertThat(done.failed()).isZero();
        assertThat(planets.size()).isEqualTo(2);
    }

    @Test
    void everyKindOfIndexFindsTheNearest() throws Exception {
        Hnsw hnsw = Hnsw.of(index -> index.ef(50).efConstruction(64).maxConnections(8));
        finds(Flat.of(), Quantization.uncompressed());
        finds(hnsw, Quantization.uncompressed());
        finds(hnsw, Quantization.sq());
        finds(hnsw, Quantization.rq());
    }

    private void finds(VectorIndex index, Quantization quantization) throws Exception {
        client.collections.delete(NAME);
        planets = client.collections.create(
                NAME,
                planet -> planet.vectorConfig(VectorConfig.selfProvided(
                        vector -> vector.vectorIndex(index).quantization(quantization))));
        assertThat(planets.data
                        .insertMany(IntStream.rangeClosed(1, 50)
                                .mapToObj(number -> object(number, Map.of(), 100 - number, number))
                                .toList())
                        .errors())
                .isEmpty();

        assertThat(near(query -> query.limit(3))).containsExactly(1, 2, 3);
    }

    @ParameterizedTest
    @CsvSource({"COSINE, 0.29289", "DOT, -5", "L2_SQUARED, 5", "MANHATTAN, 3", "HAMMING, 2"})
    void distancesAreMeasuredAsConfigured(Distance metric, float distance) throws Exception {
        client.collections.delete(NAME);
        planets = client.collections.create(
                NAME,
                planet -> planet.vectorConfig(VectorConfig.selfProvided(
                        vector -> vector.vectorIndex(Hnsw.of(index -> index.distance(metric))))));
        insert(1, Map.of(), 1, 2);

        var found = planets.query.nearVector(new float[] {3, 1}, query -> query.returnMetadata(Metadata.DISTANCE));
        assertThat(distances(found).getFirst()).isCloseTo(distance, within(1e-4f));
    }

    @Test
    void rerankingIsRefusedByName() {
        assertThatThrownBy(() -> near(query -> query.rerank(Rerank.by("name", rerank -> rerank.query("red")))))
                .isInstanceOf(WeaviateException.class)
                .hasMessageContaining("rerank");
    }

    @Test
    void whatOnlyWeaviateHasIsRefusedByName() throws Exception {
        assumeThat(planets.config.getShards()).extracting("name").containsExactly("main");

        assertThatThrownBy(() -> near(query ->
                        query.boost(Boost.filter(Filter.property("ringed").eq(true)))))
                .isInstanceOf(WeaviateException.class)
                .hasMessageContaining("boost");
        assertThatThrownBy(() -> finds(Hnsw.of(), Quantization.pq()))
                .isInstanceOf(WeaviateException.class)
                .hasMessageContaining("pq");
    }

    @Test
    void everyConsistencyLevelIsAccepted() throws Exception {
        for (ConsistencyLevel level : ConsistencyLevel.values()) {
            CollectionHandle<Map<String, Object>> leveled = planets.withConsistencyLevel(level);
            leveled.data.insert(Map.of("name", "level"), planet -> planet.uuid(id(20)));
            leveled.data.update(id(20), planet -> planet.properties(Map.of("moons", 9)));
            assertThat(leveled.query.fetchObjectById(id(20)).orElseThrow().properties())
                    .containsEntry("moons", 9L);
            leveled.data.deleteById(id(20));
            assertThat(leveled.data.exists(id(20))).isFalse();
        }
    }

    @Test
    void nodesAreToldWithTheirShards() throws Exception {
        List<Node> nodes =
                client.cluster.listNodes(list -> list.collection(NAME).verbosity(NodeVerbosity.VERBOSE));

        assertThat(nodes).extracting(Node::status).containsExactly(NodeStatus.HEALTHY);
        assertThat(nodes.getFirst().shards()).extracting(Shard::collection).containsExactly(NAME);
    }
}
