package io.text2vec.weaviate.graphql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import graphql.introspection.IntrospectionQuery;
import io.text2vec.collections.CollectionException.Invalid;
import io.text2vec.collections.CollectionException.Unsupported;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GraphQlAnswerTest {
    @TempDir
    Path directory;

    private Asked asked;

    @BeforeEach
    void open() {
        asked = new Asked(directory);
    }

    @AfterEach
    void close() {
        asked.close();
    }

    private void books() {
        asked.collection("Book", "title:text", "pages:int", "price:number", "printed:date", "tags:text[]");
        asked.put("Book", 1, Map.of("title", "Emma", "pages", 100L, "tags", List.of("a", "b")), 1, 0);
        asked.put("Book", 2, Map.of("title", "Persuasion", "pages", 1L << 40, "price", 2.5), 0.9f, 0.1f);
        asked.put("Book", 3, Map.of("title", "Emma", "printed", "2020-01-01T00:00:00+02:00"), 0, 1);
    }

    @Test
    void withoutCollectionsThereIsNothingToAsk() {
        assertThatThrownBy(() -> asked.answer("{Get{Book{title}}}"))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("no collection");
    }

    @Test
    void aQueryIsNeeded() {
        books();
        assertThatThrownBy(() -> asked.answer("  ")).isInstanceOf(Invalid.class).hasMessageContaining("query");
    }

    @Test
    void showsWhatIsAskedFor() {
        books();
        assertThat(asked.data("{Get{Book{title pages tags}}}", "Get", "Book"))
                .isEqualTo(List.of(
                        object("title", "Emma", "pages", 100L, "tags", List.of("a", "b")),
                        object("title", "Persuasion", "pages", 1L << 40, "tags", null),
                        object("title", "Emma", "pages", null, "tags", null)));
    }

    @Test
    void aPropertyThatCameLaterCanBeAskedForAtOnce() {
        books();
        assertThat(asked.error("{Get{Book{weight}}}")).contains("weight");
        asked.schema.addProperty("Book", Map.of("name", "weight", "dataType", List.of("number")));

        assertThat(asked.data("{Get{Book{weight}}}", "Get", "Book"))
                .isEqualTo(List.of(object("weight", null), object("weight", null), object("weight", null)));
    }

    @Test
    void fragmentsAndOtherNamesWork() {
        books();
        assertThat(asked.data(
                        "query q{Get{one:Book(limit:1){...name _additional{id}}}} fragment name on Book{called:title}",
                        "Get",
                        "one"))
                .isEqualTo(List.of(
                        object("called", "Emma", "_additional", Map.of("id", "00000000-0000-0000-0000-000000000001"))));
    }

    @Test
    void variablesWorkForEveryType() {
        books();
        Map<String, Object> answer = asked.answer(
                "query q($text:[String] $limit:Int $vector:[Float!]){Get{Book(limit:$limit nearVector:{vector:$vector}"
                        + " where:{path:\"title\" operator:Equal valueText:$text}){title}}}",
                Map.of("text", List.of("Emma"), "limit", 1L, "vector", List.of(0L, 1.0)));

        assertThat(answer).isEqualTo(object("data", Map.of("Get", Map.of("Book", List.of(Map.of("title", "Emma"))))));
    }

    @Test
    void filtersStandWithinEachOther() {
        books();
        String where = "{operator:Or operands:[{path:[\"pages\"] operator:LessThan valueInt:200},"
                + "{operator:Not operands:[{path:[\"title\"] operator:Equal valueText:\"Emma\"}]}]}";

        assertThat((List<?>) asked.data("{Get{Book(where:" + where + "){title}}}", "Get", "Book"))
                .hasSize(2);
    }

    @Test
    void readsBoostedPropertiesOfAKeywordSearch() {
        books();
        assertThat(asked.data(
                        "{Get{Book(bm25:{query:\"emma\" properties:[\"title^2\"]} limit:1){title}}}", "Get", "Book"))
                .isEqualTo(List.of(Map.of("title", "Emma")));
        assertThat(asked.error("{Get{Book(bm25:{query:\"emma\" properties:[\"title^x\"]}){title}}}"))
                .contains("title^2");
    }

    @Test
    void aSearchThatFailsLeavesTheOthersAlone() {
        books();
        Map<String, Object> answer =
                asked.answer("{Get{good:Book(limit:1){title} bad:Book(nearVector:{vector:[1,2,3]}){title}}}");

        assertThat(answer.get("data"))
                .isEqualTo(Map.of("Get", object("good", List.of(Map.of("title", "Emma")), "bad", null)));
        assertThat((List<?>) answer.get("errors"))
                .singleElement()
                .satisfies(error -> assertThat(((Map<?, ?>) error).get("path")).isEqualTo(List.of("Get", "bad")));
    }

    @Test
    void twoSearchesAtOnceAreRefused() {
        books();
        assertThat(asked.error("{Get{Book(nearVector:{vector:[1,0]} bm25:{query:\"emma\"}){title}}}"))
                .contains("one search");
    }

    @Test
    void whatIsNotThereIsRefusedByItsName() {
        books();
        assertThat(asked.error("{Get{Book(nearImage:{image:\"\"}){title}}}")).contains("nearImage");
        assertThat(asked.error("{Get{Book(nearText:{concepts:[\"x\"]}){title}}}"))
                .contains("nearText");
        assertThat(asked.error("{Get{Book(ask:{question:\"x\"}){title}}}")).contains("ask");
        assertThat(asked.error("{Get{Book(group:{type:merge force:1}){title}}}"))
                .contains("group");
        assertThat(asked.error("{Get{Book{_additional{generate{error}}}}}")).contains("generate");
        assertThat(asked.error("{Get{Book{_additional{rerank{score}}}}}")).contains("rerank");
        assertThat(asked.error("mutation{Get{Book{title}}}")).containsIgnoringCase("mutation");
    }

    @Test
    void aQueryThatIsTooDeepOrSearchesTooOftenIsRefused() {
        asked.close();
        asked = new Asked(directory, new Limits(4, 120));
        books();
        assertThat((List<?>) asked.data("{Get{a:Book{title} b:Book{title}}}", "Get", "a"))
                .hasSize(3);
        assertThat(asked.error("{Get{a:Book{title} b:Book{title} c:Book{title}}}"))
                .contains("120");
        assertThat(asked.error("{Get{Book{_additional{group{hits{title}}}}}}")).contains("4");
    }

    @Test
    void theSchemaTellsOfItself() {
        books();
        assertThat(asked.data("{__schema{queryType{fields{name}} mutationType{name}}}", "__schema"))
                .isEqualTo(object(
                        "queryType",
                        Map.of("fields", List.of(Map.of("name", "Get"), Map.of("name", "Aggregate"))),
                        "mutationType",
                        null));
        assertThat(asked.answer(IntrospectionQuery.INTROSPECTION_QUERY)).doesNotContainKey("errors");
    }

    @Test
    void collectionsMayBeNamedAsGraphQlsTypesAre() {
        for (String name : List.of("String", "Int", "Query", "Get", "Hit_Book")) {
            asked.collection(name, "a_b:text", "title:text");
            asked.put(name, 1, Map.of("title", name));
        }
        for (String name : List.of("String", "Int", "Query", "Get", "Hit_Book")) {
            assertThat(asked.data("{Get{" + name + "{title}}}", "Get", name)).isEqualTo(List.of(Map.of("title", name)));
        }
    }

    @Test
    void aggregatesWithSeveralTopsOfOneProperty() {
        books();
        assertThat(asked.data(
                        "{Aggregate{Book{title{one:topOccurrences(limit:1){value} two:topOccurrences{value occurs}}}}}",
                        "Aggregate",
                        "Book"))
                .isEqualTo(List.of(Map.of(
                        "title",
                        object(
                                "one",
                                List.of(Map.of("value", "Emma")),
                                "two",
                                List.of(
                                        object("value", "Emma", "occurs", 2L),
                                        object("value", "Persuasion", "occurs", 1L))))));
    }

    @Test
    void aggregatesAPropertyUnderSeveralNames() {
        books();
        assertThat(asked.data("{Aggregate{Book{a:pages{count} b:pages{maximum}}}}", "Aggregate", "Book"))
                .isEqualTo(List.of(object("a", Map.of("count", 2L), "b", Map.of("maximum", (double) (1L << 40)))));
    }

    @Test
    void groupsTellTheirValueAsText() {
        books();
        assertThat(asked.data(
                        "{Aggregate{Book(groupBy:\"printed\"){groupedBy{path value} meta{count}}}}",
                        "Aggregate",
                        "Book"))
                .isEqualTo(List.of(object(
                        "groupedBy",
                        object("path", List.of("printed"), "value", "2020-01-01T00:00:00+02:00"),
                        "meta",
                        Map.of("count", 1L))));
        assertThat(asked.error("{Aggregate{Book(groupBy:[\"title\",\"pages\"]){meta{count}}}}"))
                .contains("groupBy");
    }

    @Test
    void canBeSwitchedOff() {
        assertThatThrownBy(
                        () -> new GraphQlAnswer(asked.schema, null, true).answer(Map.of("query", "{Get{Book{title}}}")))
                .isInstanceOf(Unsupported.class)
                .hasMessageContaining("DISABLE_GRAPHQL");
    }

    private static Map<String, Object> object(Object... namesAndValues) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            object.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return object;
    }
}
