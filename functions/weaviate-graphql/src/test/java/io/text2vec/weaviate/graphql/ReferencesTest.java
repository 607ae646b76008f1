package io.text2vec.weaviate.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.introspection.IntrospectionQuery;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What references lead to: film 1 is by Ann, film 2 by Bob, after film 1 and about Oslo and Ann, film 3 by both. */
class ReferencesTest {
    private static final int ANN = 10;
    private static final int BOB = 11;
    private static final int OSLO = 12;

    @TempDir
    Path directory;

    private Asked asked;

    @BeforeEach
    void films() {
        open(Asked.LIMITS);
        asked.collection("Person", "name:text");
        asked.collection("Place", "name:text");
        asked.collection("Film", "title:text", "by:Person", "about:Person|Place");
        asked.schema.addProperty("Film", Map.of("name", "after", "dataType", List.of("Film")));
        asked.put("Person", ANN, Map.of("name", "Ann"), 1, 2);
        asked.put("Person", BOB, Map.of("name", "Bob"));
        asked.put("Place", OSLO, Map.of("name", "Oslo"));
        asked.put("Film", 1, Map.of("title", "one", "by", to("Person", ANN)), 1, 0);
        asked.put(
                "Film",
                2,
                Map.of(
                        "title", "two",
                        "by", to("Person", BOB),
                        "after", to("Film", 1),
                        "about",
                                List.of(
                                        to("Place", OSLO).getFirst(),
                                        to("Person", ANN).getFirst())),
                0,
                1);
        asked.put("Film", 3, Map.of("title", "three", "by", to("Person", ANN, BOB)), 1, 1);
    }

    private void open(Limits limits) {
        asked = new Asked(directory, limits);
    }

    @AfterEach
    void close() {
        asked.close();
    }

    private static List<Map<String, String>> to(String collection, int... numbers) {
        return Arrays.stream(numbers)
                .mapToObj(number -> Map.of("beacon", "weaviate://localhost/" + collection + "/" + new UUID(0, number)))
                .toList();
    }

    private Object films(String fields) {
        return asked.data("{Get{Film{" + fields + "}}}", "Get", "Film");
    }

    private static Map<String, Object> object(String name, Object value) {
        Map<String, Object> object = new HashMap<>();
        object.put(name, value);
        return object;
    }

    private static List<Map<String, String>> names(String... names) {
        return Arrays.stream(names).map(name -> Map.of("name", name)).toList();
    }

    @Test
    void fragmentsSayWhatOfTheTargetsIsShown() {
        assertThat(films("by{... on Person{name}}"))
                .isEqualTo(List.of(
                        Map.of("by", names("Ann")), Map.of("by", names("Bob")), Map.of("by", names("Ann", "Bob"))));
        assertThat(asked.data(
                        "{Get{Film(limit:1){by{... on Person{_additional{id vector creationTimeUnix distance}}}}}}",
                        "Get",
                        "Film"))
                .hasToString(
                        "[{by=[{_additional={id=00000000-0000-0000-0000-00000000000a, vector=[1.0, 2.0], creationTimeUnix=10, distance=null}}]}]");
    }

    @Test
    void ofSeveralCollectionsThoseAreFollowedThatAFragmentNames() {
        assertThat(films("about{... on Place{name}}"))
                .isEqualTo(List.of(object("about", null), Map.of("about", names("Oslo")), object("about", null)));
        assertThat(asked.data(
                        "{Get{Film(after:\"00000000-0000-0000-0000-000000000001\" limit:1)"
                                + "{about{__typename ... on Place{name} ... on Person{name}}}}}",
                        "Get",
                        "Film"))
                .hasToString("[{about=[{__typename=Place, name=Oslo}, {__typename=Person, name=Ann}]}]");
    }

    @Test
    void theyAreFollowedFromTargetsToo() {
        assertThat(films("after{... on Film{title by{... on Person{name}}}}"))
                .isEqualTo(List.of(
                        object("after", null),
                        Map.of("after", List.of(Map.of("title", "one", "by", names("Ann")))),
                        object("after", null)));
    }

    @Test
    void aPropertyStandsUnderSeveralNames() {
        assertThat(asked.data(
                        "{Get{Film(limit:1){a:by{... on Person{name}} b:by{... on Person{_additional{id}}}}}}",
                        "Get",
                        "Film"))
                .hasToString("[{a=[{name=Ann}], b=[{_additional={id=00000000-0000-0000-0000-00000000000a}}]}]");
    }

    @Test
    void hitsOfGroupsLeadSomewhereToo() {
        assertThat(asked.data(
                        "{Get{Film(nearVector:{vector:[1,0]} groupBy:{path:[\"title\"] groups:1 objectsPerGroup:1})"
                                + "{_additional{group{hits{by{... on Person{name}}}}}}}}",
                        "Get",
                        "Film"))
                .hasToString("[{_additional={group={hits=[{by=[{name=Ann}]}]}}}]");
    }

    @Test
    void whatHasGoneIsLeftOut() {
        asked.put("Film", 1, Map.of("title", "one", "by", to("Person", 99)));
        asked.put("Film", 3, Map.of("title", "three", "by", to("Person", 99, BOB)));
        assertThat(films("by{... on Person{name}}"))
                .isEqualTo(List.of(object("by", null), Map.of("by", names("Bob")), Map.of("by", names("Bob"))));
        asked.schema.delete("Place");
        assertThat(films("about{... on Person{name}}"))
                .isEqualTo(List.of(object("about", null), Map.of("about", names("Ann")), object("about", null)));
        assertThat(asked.error("{Get{Film{about{... on Place{name}}}}}")).contains("Place");
    }

    @Test
    void fiveAreFollowedOneBehindTheOther() {
        asked.put("Film", 1, Map.of("title", "one", "after", to("Film", 1)));
        String five = "title", six = "title";
        for (int i = 0; i < 5; i++) {
            five = "after{... on Film{" + five + "}}";
        }
        six = "after{... on Film{" + five + "}}";
        assertThat(films(five).toString()).contains("title=one");
        assertThat(asked.error("{Get{Film{" + six + "}}}")).contains("5 deep");
    }

    @Test
    void theyCountAsSearchesAndDeepen() {
        close();
        open(new Limits(4, 120));
        assertThat(asked.error("{Get{Film{a:by{... on Person{name}} b:by{... on Person{name}}}}}"))
                .contains("120");
        assertThat(asked.error("{Get{Film{after{... on Film{by{... on Person{name}}}}}}}"))
                .contains("4");
        assertThat(films("by{... on Person{name}}").toString()).contains("Ann");
    }

    @Test
    void anAnswerHasSoManyObjectsAtMost() {
        asked.put(
                "Film",
                1,
                Map.of("after", to("Film", IntStream.range(0, 40).map(i -> 1).toArray())));
        String all = "title";
        for (int i = 0; i < 4; i++) {
            all = "after{... on Film{" + all + "}}";
        }
        assertThat(asked.error("{Get{Film{" + all + "}}}")).contains("100000");
    }

    @Test
    void aggregatesTellWhatTheyPointTo() {
        assertThat(asked.data("{Aggregate{Film{by{pointingTo type} about{pointingTo}}}}", "Aggregate", "Film"))
                .hasToString("[{by={pointingTo=[Person], type=cref}, about={pointingTo=[Person, Place]}}]");
        assertThat(asked.data(
                        "{Aggregate{Film(groupBy:\"title\" where:{path:\"title\" operator:Equal valueText:\"three\"})"
                                + "{by{pointingTo} about{pointingTo}}}}",
                        "Aggregate",
                        "Film"))
                .hasToString("[{by={pointingTo=[" + beacon(ANN) + ", " + beacon(BOB) + "]}, about={pointingTo=[]}}]");
    }

    private static String beacon(int person) {
        return to("Person", person).getFirst().get("beacon");
    }

    @Test
    void objectsAreGroupedByThem() {
        asked.put("Film", 4, Map.of("by", to("Person", BOB, BOB)));
        assertThat(asked.data(
                        "{Aggregate{Film(groupBy:\"by\"){groupedBy{path value} meta{count}}}}", "Aggregate", "Film"))
                .hasToString("[{groupedBy={path=[by], value=" + beacon(BOB) + "}, meta={count=3}},"
                        + " {groupedBy={path=[by], value=" + beacon(ANN) + "}, meta={count=2}}]");
    }

    @Test
    void theSchemaTellsOfThem() {
        assertThat(asked.data("{__type(name:\"Film\"){fields{name type{ofType{possibleTypes{name}}}}}}")
                        .toString())
                .contains("{name=about, type={ofType={possibleTypes=[{name=Person}, {name=Place}]}}}");
        assertThat(asked.answer(IntrospectionQuery.INTROSPECTION_QUERY)).doesNotContainKey("errors");
    }
}
