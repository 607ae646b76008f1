package io.text2vec.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.text2vec.vectors.Http;
import java.net.URI;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Aliases over Weaviate's REST and the functions, on the embedded engine. */
@QuarkusTest
class AliasesTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ID = "11111111-2222-4333-8444-555555555555";

    @TestHTTPResource
    URI base;

    private Http http;

    @BeforeEach
    void movieIsAFilm() throws Exception {
        http = new Http(base);
        removeAll();
        for (String name : new String[] {"Film", "Actor"}) {
            json(http.send("POST", "/v1/schema", """
                    {"class":"%s","vectorizer":"none","properties":[{"name":"title","dataType":["text"]}]}""".formatted(name)), 200);
        }
        assertThat(json(http.send("POST", "/v1/aliases/", "{\"alias\":\"movie\",\"class\":\"film\"}"), 200))
                .isEqualTo(JSON.readTree("{\"alias\":\"Movie\",\"class\":\"Film\"}"));
    }

    @AfterEach
    void removeAll() throws Exception {
        for (String path : new String[] {"/v1/aliases/Movie", "/v1/schema/Film", "/v1/schema/Actor"}) {
            http.send("DELETE", path, "");
        }
    }

    @Test
    void anAliasIsReadChangedAndRemoved() throws Exception {
        assertThat(json(http.get("/v1/aliases"), 200).toString())
                .isEqualTo("{\"aliases\":[{\"alias\":\"Movie\",\"class\":\"Film\"}]}");
        assertThat(json(http.get("/v1/aliases?class=Actor"), 200).get("aliases"))
                .isEmpty();
        assertThat(json(http.get("/v1/aliases/movie"), 200).get("class").asText())
                .isEqualTo("Film");
        json(http.send("PUT", "/v1/aliases/Movie", "{\"class\":\"Actor\"}"), 200);
        assertThat(json(http.get("/v1/schema/Movie"), 200).get("class").asText())
                .isEqualTo("Actor");

        assertThat(http.send("DELETE", "/v1/aliases/Movie", "").statusCode()).isEqualTo(204);
        assertThat(http.send("DELETE", "/v1/aliases/Movie", "").statusCode()).isEqualTo(404);
        assertThat(http.get("/v1/aliases/Movie").statusCode()).isEqualTo(404);
        assertThat(http.send("PUT", "/v1/aliases/Movie", "{\"class\":\"Film\"}").statusCode())
                .isEqualTo(404);
        assertThat(http.get("/v1/schema/Movie").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"alias\":\"Movie\",\"class\":\"Actor\"}",
                "{\"alias\":\"Actor\",\"class\":\"Film\"}",
                "{\"alias\":\"Other\",\"class\":\"Nothing\"}",
                "{\"alias\":\"a b\",\"class\":\"Film\"}",
                "{\"class\":\"Film\"}",
                "{\"alias\":\"Other\"}"
            })
    void aNameIsTakenOnceAndPointsToACollection(String body) throws Exception {
        assertThat(http.send("POST", "/v1/aliases", body).statusCode()).isEqualTo(422);
    }

    @Test
    void aCollectionCantHaveAnAliasName() throws Exception {
        assertThat(http.send("POST", "/v1/schema", "{\"class\":\"Movie\"}").statusCode())
                .isEqualTo(422);
    }

    @Test
    void anAliasWorksForEveryCallOfObjectsAndAnswersNameTheCollection() throws Exception {
        String one = "/v1/objects/Movie/" + ID;
        String jaws = "{\"class\":\"Movie\",\"id\":\"" + ID + "\",\"properties\":{\"title\":\"%s\"}}";
        assertThat(named(http.send("POST", "/v1/objects", jaws.formatted("Jaws"))))
                .isEqualTo("Film");
        assertThat(named(http.get(one))).isEqualTo("Film");
        assertThat(json(http.get("/v1/objects?class=Movie"), 200)
                        .at("/objects/0/class")
                        .asText())
                .isEqualTo("Film");
        assertThat(named(http.send("PUT", one, jaws.formatted("Alien")))).isEqualTo("Film");
        assertThat(http.send("PATCH", one, "{\"properties\":{\"title\":\"Up\"}}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(http.send("HEAD", one, "").statusCode()).isEqualTo(204);
        JsonNode batch =
                json(http.send("POST", "/v1/batch/objects", "{\"objects\":[" + jaws.formatted("Jaws") + "]}"), 200);
        assertThat(batch.at("/0/class").asText()).isEqualTo("Film");
        JsonNode deleted = json(http.send("DELETE", "/v1/batch/objects", """
                {"match":{"class":"Movie","where":{"path":["title"],"operator":"Equal","valueText":"jaws"}}}"""), 200);
        assertThat(deleted.at("/results/successful").asInt()).isEqualTo(1);
        assertThat(http.send("DELETE", one, "").statusCode()).isEqualTo(204);
    }

    @Test
    void theFunctionsKnowAliases() throws Exception {
        json(
                http.send(
                        "POST",
                        "/import",
                        "{\"collection\":\"movie\",\"objects\":[{\"properties\":{\"title\":\"Jaws\"}}]}"),
                200);

        assertThat(json(http.send("POST", "/search", "{\"collection\":\"Movie\",\"bm25\":\"jaws\"}"), 200)
                        .get("objects"))
                .hasSize(1);
        assertThat(json(http.send("POST", "/search", "{\"collection\":\"Film\",\"bm25\":\"jaws\"}"), 200)
                        .get("objects"))
                .hasSize(1);
    }

    @Test
    void aCollectionIsNotDeletedByItsAlias() throws Exception {
        assertThat(http.send("DELETE", "/v1/schema/Movie", "").statusCode()).isEqualTo(200);

        assertThat(http.get("/v1/schema/Film").statusCode()).isEqualTo(200);
        assertThat(http.get("/v1/aliases/Movie").statusCode()).isEqualTo(200);
    }

    private static String named(HttpResponse<String> answer) throws Exception {
        return json(answer, 200).get("class").asText();
    }

    private static JsonNode json(HttpResponse<String> answer, int status) throws Exception {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return JSON.readTree(answer.body());
    }
}
