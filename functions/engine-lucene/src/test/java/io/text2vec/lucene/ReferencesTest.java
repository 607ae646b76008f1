package io.text2vec.lucene;

import static io.text2vec.collections.filter.FilterOperator.CONTAINS_ANY;
import static io.text2vec.collections.filter.FilterOperator.EQUAL;
import static io.text2vec.collections.filter.FilterOperator.GREATER_THAN;
import static io.text2vec.collections.filter.FilterOperator.IS_NULL;
import static io.text2vec.collections.filter.FilterOperator.LESS_THAN;
import static io.text2vec.collections.filter.FilterOperator.NOT_EQUAL;
import static io.text2vec.lucene.document.Films.id;
import static io.text2vec.lucene.document.Films.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.text2vec.collections.engine.Query;
import io.text2vec.collections.engine.Ranking;
import io.text2vec.collections.engine.Write;
import io.text2vec.collections.filter.Filter;
import io.text2vec.collections.filter.FilterOperator;
import io.text2vec.collections.filter.FilterPath;
import io.text2vec.collections.filter.FilterPaths;
import io.text2vec.collections.filter.Operand;
import io.text2vec.collections.object.StoredObject;
import io.text2vec.collections.object.Value;
import io.text2vec.collections.query.GroupBy;
import io.text2vec.collections.query.Match;
import io.text2vec.collections.query.SearchResult;
import io.text2vec.collections.query.Wanted;
import io.text2vec.collections.schema.ClassJson;
import io.text2vec.collections.schema.CollectionDef;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Films 1 to 4: the first is by Ann, the second by Bob and is its sequel, the third by both, the fourth by nobody. */
class ReferencesTest {
    private static final Optional<String> NO_TENANT = Optional.empty();
    private static final UUID ANN = id(1);
    private static final UUID BOB = id(2);
    private static final UUID OSLO = id(1);
    private static final Map<String, Object> NAME = Map.of("name", "name", "dataType", List.of("text"));
    private static final CollectionDef FILM = collection(
            "Film",
            true,
            List.of(
                    Map.of("name", "title", "dataType", List.of("text")),
                    Map.of("name", "by", "dataType", List.of("Person")),
                    Map.of("name", "about", "dataType", List.of("Person", "Place")),
                    Map.of("name", "sequelOf", "dataType", List.of("Film"))));

    @TempDir
    Path directory;

    private LuceneEngine engine;

    /** @param everything whether it keeps null state, lengths and timestamps */
    private static CollectionDef collection(String name, boolean everything, List<Map<String, Object>> properties) {
        return ClassJson.read(Map.of(
                "class",
                name,
                "properties",
                properties,
                "invertedIndexConfig",
                Map.of(
                        "indexNullState",
                        everything,
                        "indexPropertyLength",
                        everything,
                        "indexTimestamps",
                        everything)));
    }

    @BeforeEach
    void films() {
        engine = LuceneEngine.open(LuceneSettings.of(directory));
        engine.create(collection("Person", true, List.of(NAME)));
        engine.create(collection("Place", true, List.of(NAME)));
        engine.create(FILM);
        write("Person", named(1, "Ann"), named(2, "Bob"));
        write("Place", named(1, "Oslo"));
        write(
                "Film",
                film(1, Map.of("by", to("Person", ANN), "about", to("Place", OSLO))),
                film(2, Map.of("by", to("Person", BOB), "sequelOf", to("Film", id(1)), "about", to("Person", ANN))),
                film(3, Map.of("by", to("Person", ANN, BOB))),
                film(4, Map.of()));
    }

    @AfterEach
    void close() {
        engine.close();
    }

    private static StoredObject named(long number, String name) {
        return object(number, Map.of("name", new Value.Text(name)));
    }

    private static StoredObject film(long number, Map<String, Value> references) {
        Map<String, Value> properties = new HashMap<>(references);
        properties.put("title", new Value.Text("film " + number));
        return object(number, properties);
    }

    private static Value to(String collection, UUID... ids) {
        return new Value.References(
                Arrays.stream(ids).map(id -> new Value.Beacon(collection, id)).toList());
    }

    private void write(String collection, StoredObject... objects) {
        List<Write> writes = new ArrayList<>();
        for (StoredObject object : objects) {
            writes.add(new Write.Put(object));
        }
        assertThat(engine.write(collection, NO_TENANT, writes)).allMatch(Optional::isEmpty);
    }

    private SearchResult search(Ranking ranking, Optional<Filter> filter, Optional<GroupBy> groupBy) {
        return engine.search(new Query(
                engine.collection("Film").orElseThrow(),
                NO_TENANT,
                ranking,
                filter,
                100,
                0,
                Optional.empty(),
                List.of(),
                OptionalInt.empty(),
                groupBy,
                Wanted.NOTHING));
    }

    private List<UUID> find(Filter filter) {
        List<UUID> found = search(new Ranking.None(), Optional.of(filter), Optional.empty()).hits().stream()
                .map(hit -> hit.object().id())
                .toList();
        assertThat(engine.count("Film", NO_TENANT, Optional.of(filter))).isEqualTo(found.size());
        return found;
    }

    private static Filter is(FilterPath path, FilterOperator operator, Operand operand) {
        return new Filter.Condition(path, operator, operand);
    }

    private static Filter is(List<String> path, FilterOperator operator, String text) {
        return is(FilterPaths.of(path), operator, new Operand.Text(text));
    }

    private static Filter count(FilterOperator operator, long number) {
        return is(new FilterPath.ReferenceCount("by"), operator, new Operand.Int(number));
    }

    @Test
    void anObjectFitsIfOneOfItsTargetsDoes() {
        assertThat(find(is(List.of("by", "Person", "name"), EQUAL, "ann"))).containsExactly(id(1), id(3));
        assertThat(find(is(List.of("by", "Person", "name"), NOT_EQUAL, "ann"))).containsExactly(id(2), id(3));
        assertThat(find(new Filter.Not(is(List.of("by", "Person", "name"), EQUAL, "ann"))))
                .containsExactly(id(2), id(4));
        assertThat(find(is(List.of("by", "Person", "name"), EQUAL, "zed"))).isEmpty();
        assertThat(find(is(List.of("by", "Person", "_id"), EQUAL, BOB.toString())))
                .containsExactly(id(2), id(3));
        assertThat(find(is(List.of("by", "Person", "_creationTimeUnix"), LESS_THAN, "1970-01-01T00:00:02Z")))
                .containsExactly(id(1), id(3));
    }

    @Test
    void aPathLeadsOnThroughTargets() {
        assertThat(find(is(List.of("sequelOf", "Film", "by", "Person", "name"), EQUAL, "ann")))
                .containsExactly(id(2));
        assertThat(find(is(List.of("sequelOf", "Film", "by", "Person", "name"), EQUAL, "bob")))
                .isEmpty();
    }

    @Test
    void idsThatAreAlikeAreToldApartByTheirCollections() {
        assertThat(find(is(List.of("about", "Place", "_id"), EQUAL, OSLO.toString())))
                .containsExactly(id(1));
        assertThat(find(is(List.of("about", "Person", "_id"), EQUAL, ANN.toString())))
                .containsExactly(id(2));
    }

    @Test
    void conditionsGoTogetherWithOthers() {
        Filter ann = is(List.of("by", "Person", "name"), EQUAL, "ann");
        Filter oslo = is(List.of("about", "Place", "name"), EQUAL, "oslo");

        assertThat(find(new Filter.And(List.of(ann, oslo)))).containsExactly(id(1));
        assertThat(find(new Filter.Or(List.of(oslo, is(List.of("title"), EQUAL, "4")))))
                .containsExactly(id(1), id(4));
        SearchResult found =
                search(new Ranking.Keyword("film", List.of(), Match.ANY), Optional.of(ann), Optional.empty());
        assertThat(found.hits()).extracting(hit -> hit.object().id()).containsExactlyInAnyOrder(id(1), id(3));
    }

    @Test
    void referencesAreCounted() {
        assertThat(find(count(EQUAL, 1))).containsExactly(id(1), id(2));
        assertThat(find(count(EQUAL, 0))).containsExactly(id(4));
        assertThat(find(count(GREATER_THAN, 1))).containsExactly(id(3));
        assertThat(find(count(LESS_THAN, 2))).containsExactly(id(1), id(2), id(4));
        assertThat(find(count(NOT_EQUAL, 1))).containsExactly(id(3), id(4));
        assertThat(find(is(
                        new FilterPath.Property("by"),
                        CONTAINS_ANY,
                        new Operand.Many(List.of(new Operand.Int(0), new Operand.Int(2))))))
                .containsExactly(id(3), id(4));
        assertThat(find(is(
                        new FilterPath.Reference("sequelOf", Optional.empty(), new FilterPath.ReferenceCount("by")),
                        EQUAL,
                        new Operand.Int(1))))
                .containsExactly(id(2));
        assertThat(find(is(new FilterPath.Property("by"), IS_NULL, new Operand.Bool(true))))
                .containsExactly(id(4));
    }

    @Test
    void theNumberIsKeptWhereLengthsAreNot() {
        engine.create(collection("Note", false, List.of(Map.of("name", "by", "dataType", List.of("Person")))));
        write("Note", object(1, Map.of("by", to("Person", ANN, BOB))), object(2, Map.of()));

        assertThat(engine.count("Note", NO_TENANT, Optional.of(count(EQUAL, 2))))
                .isEqualTo(1);
        assertThat(engine.count("Note", NO_TENANT, Optional.of(count(EQUAL, 0))))
                .isEqualTo(1);
    }

    @Test
    void changesOfTargetsAndOfReferencesAreSeenByTheNextFilter() {
        Filter cid = is(List.of("by", "Person", "name"), EQUAL, "cid");
        assertThat(find(cid)).isEmpty();

        write("Person", named(2, "Cid"));
        assertThat(find(cid)).containsExactly(id(2), id(3));
        write("Film", film(3, Map.of("by", to("Person", ANN))));
        assertThat(find(cid)).containsExactly(id(2));
        engine.write("Person", NO_TENANT, List.of(new Write.Delete(BOB)));
        assertThat(find(cid)).isEmpty();
    }

    @Test
    void referencesAreThereAfterAStart() {
        engine.close();
        engine = LuceneEngine.open(LuceneSettings.of(directory));

        assertThat(find(is(List.of("by", "Person", "name"), EQUAL, "bob"))).containsExactly(id(2), id(3));
        assertThat(engine.get("Film", NO_TENANT, List.of(id(3)))
                        .getFirst()
                        .orElseThrow()
                        .properties())
                .containsEntry("by", to("Person", ANN, BOB));
    }

    @Test
    void whatPointsToFittingObjectsIsDeleted() {
        Filter bob = is(List.of("by", "Person", "name"), EQUAL, "bob");

        assertThat(engine.delete("Film", NO_TENANT, bob, 100, true).ids()).containsExactly(id(2), id(3));
        assertThat(engine.delete("Film", NO_TENANT, bob, 100, false).matches()).isEqualTo(2);
        assertThat(engine.count("Film", NO_TENANT, Optional.empty())).isEqualTo(2);
    }

    @Test
    void groupsAreNamedByBeacons() {
        SearchResult found = search(
                new Ranking.Keyword("film", List.of(), Match.ANY),
                Optional.empty(),
                Optional.of(new GroupBy("by", 10, 10)));

        assertThat(found.groups())
                .extracting(SearchResult.Group::name, group -> group.hits().size())
                .containsExactlyInAnyOrder(
                        tuple("weaviate://localhost/Person/" + ANN, 2),
                        tuple("weaviate://localhost/Person/" + BOB, 2),
                        tuple("", 1));
    }

    @Test
    void onlyObjectsThatAreThereArePresent() {
        engine.write("Film", NO_TENANT, List.of(new Write.Delete(id(4))));

        assertThat(engine.present("Film", NO_TENANT, List.of(id(1), id(4), id(9), id(2))))
                .containsExactlyInAnyOrder(id(1), id(2));
    }
}
