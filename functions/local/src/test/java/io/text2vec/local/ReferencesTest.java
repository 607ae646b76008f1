package io.text2vec.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.text2vec.embedder.EmbedRequest;
import io.text2vec.vectors.FakeEmbedder;
import io.text2vec.vectors.Http;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** References between objects over REST and by the functions, on the embedded engine. */
@QuarkusTest
class ReferencesTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String JAWS = "00000000-0000-0000-0000-000000000001";
    private static final String ALIEN = "00000000-0000-0000-0000-000000000002";
    private static final String ANN = "00000000-0000-0000-0000-00000000000a";
    private static final String BOB = "00000000-0000-0000-0000-00000000000b";
    private static final String NOBODY = "00000000-0000-0000-0000-0000000000ff";
    private static final String BY = "/v1/objects/Film/" + JAWS + "/references/by";

    @TestHTTPResource
    URI base;

    @Inject
    FakeEmbedder embedder;

    private Http http;

    @BeforeEach
    void aFilmAndTwoPeople() throws Exception {
        embedder.reset();
        http = new Http(base);
        noCollections();
        assertStatus(200, "POST", "/v1/schema", """
                {"class":"Person","properties":[{"name":"name","dataType":["text"]}]}""");
        assertStatus(200, "POST", "/v1/schema", """
                {"class":"Film","vectorizer":"text2vec-transformers",
                 "moduleConfig":{"text2vec-transformers":{"vectorizeClassName":false}},"properties":[
                  {"name":"title","dataType":["text"]},{"name":"by","dataType":["Person"]},
                  {"name":"about","dataType":["Person","Film"]}]}""");
        insert("Person", ANN, "\"name\":\"Ann\"");
        insert("Person", BOB, "\"name\":\"Bob\"");
        insert("Film", JAWS, "\"title\":\"Jaws\"");
    }

    @AfterEach
    void noCollections() throws Exception {
        for (String name : List.of("Film", "Person", "Made")) {
            http.send("DELETE", "/v1/schema/" + name, "");
        }
    }

    private JsonNode insert(String collection, String id, String properties) throws Exception {
        return JSON.readTree(assertStatus(200, "POST", "/v1/objects", """
                {"class":"%s","id":"%s","properties":{%s}}""".formatted(collection, id, properties)));
    }

    private String assertStatus(int status, String method, String path, String body) throws Exception {
        HttpResponse<String> answer = http.send(method, path, body, "Content-Type", "application/json");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return answer.body();
    }

    private static String beacon(String target) {
        return "{\"beacon\":\"weaviate://localhost/%s\"}".formatted(target);
    }

    private JsonNode jaws() throws Exception {
        return JSON.readTree(assertStatus(200, "GET", "/v1/objects/Film/" + JAWS + "?include=vector", ""));
    }

    private List<String> by() throws Exception {
        return jaws().at("/properties").findPath("by").findValuesAsText("beacon").stream()
                .map(beacon -> beacon.replace("weaviate://localhost/", ""))
                .toList();
    }

    @Test
    void aReferenceIsToldWithItsCollectionAndItsAddress() throws Exception {
        JsonNode stored =
                insert("Film", ALIEN, "\"by\":[%s],\"about\":[%s]".formatted(beacon(ANN), beacon("Film/" + JAWS)));

        assertThat(stored.at("/properties/by")).isEqualTo(JSON.readTree("""
                [{"beacon":"weaviate://localhost/Person/%s","href":"/v1/objects/Person/%s"}]""".formatted(ANN, ANN)));
        String href = stored.at("/properties/about/0/href").asText();
        assertThat(JSON.readTree(assertStatus(200, "GET", href, ""))
                        .at("/properties/title")
                        .asText())
                .isEqualTo("Jaws");
    }

    @Test
    void referencesAreNoPartOfTheText() throws Exception {
        insert("Film", ALIEN, "\"title\":\"Alien\",\"by\":[%s]".formatted(beacon(ANN)));

        assertThat(embedder.asked()).last().extracting(EmbedRequest::text).isEqualTo("Alien");
    }

    @Test
    void singleReferencesAreAddedReplacedAndRemovedAndTheVectorStays() throws Exception {
        JsonNode vector = jaws().get("vector");

        assertThat(assertStatus(200, "POST", BY, beacon(ANN))).isEmpty();
        assertStatus(200, "POST", BY, beacon("Person/" + BOB));
        assertThat(by()).containsExactly("Person/" + ANN, "Person/" + BOB);
        assertThat(assertStatus(204, "DELETE", BY, beacon(ANN))).isEmpty();
        assertThat(by()).containsExactly("Person/" + BOB);
        assertThat(assertStatus(200, "PUT", BY, "[%s,%s]".formatted(beacon(BOB), beacon(ANN))))
                .isEmpty();
        assertThat(by()).containsExactly("Person/" + BOB, "Person/" + ANN);
        assertStatus(200, "PUT", BY + "?consistency_level=ALL", "[]");
        assertThat(jaws().get("properties").has("by")).isFalse();
        assertThat(jaws().get("vector")).isEqualTo(vector);
    }

    @ParameterizedTest
    @CsvSource({
        "Film/" + NOBODY + "/references/by,Person/" + ANN + ",404",
        "Film/" + JAWS + "/references/by,Person/" + NOBODY + ",422",
        "Film/" + JAWS + "/references/by,Film/" + JAWS + ",422",
        "Film/" + JAWS + "/references/by,nothing,422",
        "Film/" + JAWS + "/references/about," + ANN + ",422",
        "Film/" + JAWS + "/references/title,Person/" + ANN + ",422",
        "Film/" + JAWS + "/references/nothing,Person/" + ANN + ",422",
        "Nothing/" + JAWS + "/references/by,Person/" + ANN + ",422",
        "Film/nothing/references/by,Person/" + ANN + ",422"
    })
    void wrongReferencesHaveTheContractsStatus(String path, String target, int status) throws Exception {
        String body = assertStatus(status, "POST", "/v1/objects/" + path, beacon(target));

        assertThat(body.isEmpty()).isEqualTo(status == 404);
    }

    @Test
    void theBodyIsLookedAt() throws Exception {
        assertStatus(422, "POST", BY, "");
        assertStatus(422, "POST", BY, "{}");
        assertStatus(400, "POST", BY, "[]");
        assertStatus(400, "POST", BY, "{\"beacon\":5}");
        assertStatus(400, "PUT", BY, beacon(ANN));
        assertStatus(400, "PUT", BY, "[5]");
        assertStatus(405, "GET", BY, "");
        assertStatus(400, "POST", BY + "?consistency_level=some", beacon(ANN));
    }

    @Test
    void aBatchOfReferencesHasAResultForEach() throws Exception {
        String batch = """
                [{"from":"weaviate://localhost/Film/%1$s/by","to":"weaviate://localhost/Person/%2$s"},
                 {"from":"weaviate://localhost/Film/%3$s/by","to":"weaviate://localhost/%2$s"},
                 {"from":"weaviate://localhost/Film/%1$s/by","to":"nothing"},
                 {"from":"weaviate://localhost/Film/%1$s/by","to":"weaviate://localhost/%3$s"}]""".formatted(JAWS, ANN, NOBODY);

        JsonNode results = JSON.readTree(assertStatus(200, "POST", "/v1/batch/references", batch));

        assertThat(results.findValuesAsText("status")).containsExactly("SUCCESS", "FAILED", "FAILED", "SUCCESS");
        assertThat(results.at("/0/from").asText()).endsWith("/by");
        assertThat(results.at("/1/result/errors/error/0/message").asText()).contains(NOBODY);
        assertThat(by()).containsExactly("Person/" + ANN, "Person/" + NOBODY);
        assertStatus(422, "POST", "/v1/batch/references", "[]");
        assertStatus(422, "POST", "/v1/batch/references", "");
    }

    @Test
    void referencesThatAreAddedAtOnceAreAllThere() throws Exception {
        int threads = 8;
        int each = 10;
        JsonNode vector = jaws().get("vector");
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<Future<?>> running = IntStream.range(0, threads)
                    .<Future<?>>mapToObj(thread -> pool.submit(() -> {
                        for (int i = 0; i < each; i++) {
                            switch (thread % 4) {
                                case 0 -> assertStatus(200, "POST", BY, beacon(ANN));
                                case 1 -> assertStatus(200, "POST", "/v1/batch/references", """
                                            [{"from":"weaviate://localhost/Film/%s/by","to":"weaviate://localhost/%s"}]""".formatted(JAWS, BOB));
                                case 2 ->
                                    assertStatus(
                                            204,
                                            "PATCH",
                                            "/v1/objects/Film/" + JAWS,
                                            "{\"properties\":{\"by\":[%s]}}".formatted(beacon(BOB)));
                                default ->
                                    assertStatus(
                                            200,
                                            "POST",
                                            "/v1/objects/Film/" + JAWS + "/references/about",
                                            beacon("Person/" + ANN));
                            }
                        }
                        return null;
                    }))
                    .toList();
            for (Future<?> one : running) {
                one.get();
            }
        }

        JsonNode jaws = jaws();
        assertThat(jaws.at("/properties/by")).hasSize(threads / 4 * 3 * each);
        assertThat(jaws.at("/properties/about")).hasSize(threads / 4 * each);
        assertThat(jaws.get("vector")).isEqualTo(vector);
    }

    @Test
    void whatIsBehindReferencesIsFilteredByAndDeletedBy() throws Exception {
        insert("Film", ALIEN, "\"title\":\"Alien\",\"by\":[%s]".formatted(beacon(ANN)));
        assertStatus(200, "POST", BY, beacon(BOB));

        JsonNode found = JSON.readTree(assertStatus(200, "POST", "/search", """
                {"collection":"Film","nearText":"a film","properties":["title","by"],
                 "filter":{"path":["by","Person","name"],"operator":"Equal","valueText":"ann"}}"""));
        assertThat(found.at("/objects")).hasSize(1);
        assertThat(found.at("/objects/0/properties/by/0/beacon").asText()).endsWith("/Person/" + ANN);
        JsonNode deleted = JSON.readTree(assertStatus(200, "DELETE", "/v1/batch/objects", """
                {"match":{"class":"Film","where":{"path":["by"],"operator":"LessThan","valueInt":1}}}"""));
        assertThat(deleted.at("/results/matches").asInt()).isZero();
        JsonNode bobs = JSON.readTree(assertStatus(200, "DELETE", "/v1/batch/objects", """
                {"match":{"class":"Film","where":{"path":["by","Person","name"],"operator":"Equal","valueText":"bob"}}}"""));
        assertThat(bobs.at("/results/successful").asInt()).isEqualTo(1);
        assertStatus(404, "GET", "/v1/objects/Film/" + JAWS, "");
    }

    @Test
    void aFilterThatPointsNowhereIsNamed() throws Exception {
        String answer = assertStatus(422, "POST", "/search", """
                {"collection":"Film","nearText":"a film",
                 "filter":{"path":["about","Place","name"],"operator":"Equal","valueText":"ann"}}""");

        assertThat(answer).contains("about", "Place", "Person, Film");
    }

    @Test
    void theFunctionsTakeReferencesAndTellThemWhereTheyAreAskedFor() throws Exception {
        JsonNode imported =
                JSON.readTree(assertStatus(200, "POST", "/import", """
                {"collection":"Film","objects":[
                 {"id":"%s","properties":{"title":"Alien","by":[%s]}},
                 {"properties":{"title":"Big","by":[%s]}}]}""".formatted(ALIEN, beacon(ANN), beacon(NOBODY))));
        assertThat(imported.at("/successful").asInt()).isEqualTo(1);
        assertThat(imported.at("/objects/1/error").asText()).contains(NOBODY);

        String search = "{\"collection\":\"Film\",\"bm25\":\"alien\"%s}";
        assertThat(JSON.readTree(assertStatus(200, "POST", "/search", search.formatted("")))
                        .at("/objects/0/properties"))
                .isEqualTo(JSON.readTree("{\"title\":\"Alien\"}"));
        assertThat(JSON.readTree(assertStatus(200, "POST", "/search", search.formatted(",\"properties\":[\"by\"]")))
                        .at("/objects/0/properties/by/0/href")
                        .asText())
                .isEqualTo("/v1/objects/Person/" + ANN);
    }

    @Test
    void autoSchemaMakesReferences() throws Exception {
        insert("Made", JAWS, "\"r\":[%s,%s]".formatted(beacon("Person/" + ANN), beacon("Film/" + JAWS)));

        JsonNode made = JSON.readTree(assertStatus(200, "GET", "/v1/schema/Made", ""));
        assertThat(made.at("/properties/0/dataType")).isEqualTo(JSON.readTree("[\"Person\",\"Film\"]"));
        assertThat(assertStatus(422, "POST", "/v1/objects", """
                {"class":"Made","properties":{"q":[%s]}}""".formatted(beacon("Nothing/" + ANN))))
                .contains("Nothing");
    }

    @Test
    void aReferencePointsToCollectionsThatAreThere() throws Exception {
        assertThat(assertStatus(422, "POST", "/v1/schema", """
                {"class":"Made","properties":[{"name":"r","dataType":["Nothing"]}]}""")).contains("Nothing");
        assertStatus(422, "POST", "/v1/schema/Film/properties", "{\"name\":\"r\",\"dataType\":[\"Nothing\"]}");
        assertStatus(200, "POST", "/v1/schema/Film/properties", "{\"name\":\"sequelOf\",\"dataType\":[\"Film\"]}");
    }
}
