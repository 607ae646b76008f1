package io.text2vec.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.text2vec.vectors.Http;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Weaviate's REST interface over the embedded engine. */
@QuarkusTest
class RestContractTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ID = "11111111-2222-4333-8444-555555555555";
    private static final String FILM = """
            {"class":"Film","vectorizer":"none","properties":[
              {"name":"title","dataType":["text"]},{"name":"year","dataType":["int"]}]}""";

    @TestHTTPResource
    URI base;

    private Http http;

    @BeforeEach
    void withFilms() throws Exception {
        http = new Http(base);
        http.send("DELETE", "/v1/schema/Film", "");
        assertThat(http.send("POST", "/v1/schema", FILM).statusCode()).isEqualTo(200);
    }

    @Test
    void clientsLearnTheVersionAndTheModule() throws Exception {
        JsonNode meta = json(http.get("/v1/meta"), 200);

        assertThat(meta.get("version").asText()).isEqualTo("1.39.0");
        assertThat(meta.get("grpcMaxMessageSize").asInt()).isEqualTo(104858000);
        assertThat(meta.get("modules").has("text2vec-transformers")).isTrue();
        assertThat(meta.get("hostname").asText()).startsWith("http://");
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/.well-known/live,200",
        "/v1/.well-known/ready,200",
        "/v1/.well-known/openid-configuration,404",
        "/v1/schema/Nothing,404",
        "/v1/objects/Film/" + ID + ",404"
    })
    void theseHaveNoBody(String path, int status) throws Exception {
        HttpResponse<String> answer = http.get(path);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void aSlashAtTheEndMakesNoDifference() throws Exception {
        assertThat(http.get("/v1/schema/").statusCode()).isEqualTo(200);
        assertThat(insert("/v1/objects/", "{\"class\":\"Film\",\"properties\":{}}")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void graphQlIsAnsweredOneByOneAndSeveralAtOnce() throws Exception {
        insert("/v1/objects", "{\"class\":\"Film\",\"properties\":{\"title\":\"Jaws\"}}");
        String query = "{\"query\":\"{Get{Film{title}}}\"}";
        JsonNode one = json(http.send("POST", "/v1/graphql", query), 200);
        JsonNode all = json(http.send("POST", "/v1/graphql/batch", "[" + query + "," + query + "]"), 200);

        assertThat(one).isEqualTo(JSON.readTree("{\"data\":{\"Get\":{\"Film\":[{\"title\":\"Jaws\"}]}}}"));
        assertThat(all).hasSize(2).allMatch(one::equals);
        assertThat(http.send("POST", "/v1/graphql", "{\"query\":\"\"}").statusCode())
                .isEqualTo(422);
        assertThat(http.send("POST", "/v1/graphql/batch", "[1]").statusCode()).isEqualTo(400);
    }

    @Test
    void aClassIsReadBackWithItsDefaultsUntilItIsDeleted() throws Exception {
        JsonNode film = json(http.get("/v1/schema/film"), 200);
        assertThat(film.get("class").asText()).isEqualTo("Film");
        assertThat(film.at("/vectorIndexConfig/efConstruction").asInt()).isEqualTo(128);
        assertThat(film.at("/properties/0/tokenization").asText()).isEqualTo("word");
        assertThat(json(http.get("/v1/schema"), 200).get("classes")).contains(film);

        assertThat(json(http.send("POST", "/v1/schema", FILM), 422)
                        .at("/error/0/message")
                        .asText())
                .contains("Film");
        assertThat(http.send("DELETE", "/v1/schema/Film", "").statusCode()).isEqualTo(200);
        assertThat(http.send("DELETE", "/v1/schema/Film", "").statusCode()).isEqualTo(200);
    }

    @Test
    void propertiesCanBeAddedAndSomeSettingsChanged() throws Exception {
        JsonNode added = json(
                http.send("POST", "/v1/schema/Film/properties", "{\"name\":\"genre\",\"dataType\":[\"text\"]}"), 200);
        assertThat(added.get("indexSearchable").asBoolean()).isTrue();

        String changed = http.get("/v1/schema/Film").body().replace("\"k1\":1.2", "\"k1\":1.5");
        JsonNode film = json(http.send("PUT", "/v1/schema/Film", changed), 200);
        assertThat(film.at("/invertedIndexConfig/bm25/k1").asDouble()).isEqualTo(1.5);
        String immutable = changed.replace("\"distance\":\"cosine\"", "\"distance\":\"dot\"");
        assertThat(http.send("PUT", "/v1/schema/Film", immutable).statusCode()).isEqualTo(422);
    }

    @Test
    void anObjectIsStoredReplacedMergedAndDeleted() throws Exception {
        String path = "/v1/objects/Film/" + ID;
        String jaws = """
                {"class":"Film","id":"%s","properties":{"Title":"Jaws","year":1975},"vector":[1,2,3]}""".formatted(ID);
        JsonNode stored = json(insert("/v1/objects", jaws), 200);
        assertThat(stored.at("/properties/title").asText()).isEqualTo("Jaws");
        assertThat(stored.get("vector")).hasSize(3);
        assertThat(insert("/v1/objects", jaws).statusCode()).isEqualTo(422);
        assertThat(http.send("HEAD", path, "").statusCode()).isEqualTo(204);

        assertThat(http.send("PATCH", path, "{\"properties\":{\"year\":1976,\"title\":null}}")
                        .statusCode())
                .isEqualTo(204);
        JsonNode merged = json(http.get(path + "?include=vector"), 200);
        assertThat(merged.get("properties")).isEqualTo(JSON.readTree("{\"year\":1976}"));
        assertThat(merged.get("vector")).isEqualTo(JSON.readTree("[1.0,2.0,3.0]"));
        assertThat(merged.get("creationTimeUnix")).isEqualTo(stored.get("creationTimeUnix"));

        String other = "{\"class\":\"Film\",\"id\":\"%s\",\"properties\":{\"title\":\"Alien\"}}".formatted(ID);
        assertThat(json(http.send("PUT", path, other), 200)
                        .at("/properties/title")
                        .asText())
                .isEqualTo("Alien");
        assertThat(http.send("PUT", path, "{\"class\":\"Film\",\"properties\":{}}")
                        .statusCode())
                .isEqualTo(422);
        assertThat(json(http.get(path + "?include=vector"), 200).has("vector")).isFalse();

        assertThat(http.send("DELETE", path, "").statusCode()).isEqualTo(204);
        assertThat(http.send("DELETE", path, "").statusCode()).isEqualTo(204);
        assertThat(http.send("HEAD", path, "").statusCode()).isEqualTo(404);
        assertThat(http.send("PATCH", path, "{\"properties\":{}}").statusCode()).isEqualTo(404);
    }

    @Test
    void objectsAreListedPagedAndSorted() throws Exception {
        for (int year = 1970; year < 1975; year++) {
            insert("/v1/objects", "{\"class\":\"Film\",\"properties\":{\"year\":%d}}".formatted(year));
        }
        JsonNode page = json(http.get("/v1/objects?class=Film&limit=2&offset=1&sort=year&order=desc"), 200);
        assertThat(page.get("totalResults").asInt()).isEqualTo(2);
        assertThat(page.at("/objects/0/properties/year").asInt()).isEqualTo(1973);

        String first = json(http.get("/v1/objects?class=Film&limit=1"), 200)
                .at("/objects/0/id")
                .asText();
        JsonNode rest = json(http.get("/v1/objects?class=Film&limit=10&after=" + first), 200);
        assertThat(rest.get("objects")).hasSize(4);
        assertThat(json(http.get("/v1/objects?limit=3"), 200).get("objects")).hasSize(3);

        assertThat(http.get("/v1/objects?class=Film&limit=10001").statusCode()).isEqualTo(422);
        assertThat(http.get("/v1/objects?after=" + first).statusCode()).isEqualTo(422);
        assertThat(http.get("/v1/objects?class=Nothing").statusCode()).isEqualTo(404);
    }

    @Test
    void aBatchTellsOfEachObjectWhatBecameOfIt() throws Exception {
        String objects = """
                {"objects":[{"class":"Film","properties":{"year":1975}},
                  {"class":"Film","properties":{"year":"soon"}},
                  {"class":"Film","id":"no uuid","properties":{}},
                  {"class":"Film","properties":{"year":1979}}]}""";

        JsonNode results = json(http.send("POST", "/v1/batch/objects", objects), 200);

        assertThat(results)
                .extracting(each -> each.at("/result/status").asText())
                .containsExactly("SUCCESS", "FAILED", "FAILED", "SUCCESS");
        assertThat(results.get(1).at("/result/errors/error/0/message").asText()).contains("year");
        assertThat(http.send("POST", "/v1/batch/objects", "{\"objects\":[]}").statusCode())
                .isEqualTo(422);

        String deletion = """
                {"match":{"class":"Film","where":{"path":["year"],"operator":"GreaterThan","valueInt":1976}},
                 "output":"verbose","dryRun":%s}""";
        JsonNode dry = json(http.send("DELETE", "/v1/batch/objects", deletion.formatted(true)), 200)
                .get("results");
        assertThat(List.of(dry.get("matches").asInt(), dry.get("objects").size()))
                .containsExactly(1, 1);
        assertThat(dry.at("/objects/0/status").asText()).isEqualTo("DRYRUN");
        JsonNode wet = json(http.send("DELETE", "/v1/batch/objects", deletion.formatted(false)), 200)
                .get("results");
        assertThat(wet.get("successful").asInt()).isEqualTo(1);
        assertThat(json(http.get("/v1/objects?class=Film"), 200).get("objects")).hasSize(1);
    }

    @Test
    void theNodeIsHealthyAndCountsObjects() throws Exception {
        insert("/v1/objects", "{\"class\":\"Film\",\"properties\":{}}");

        JsonNode node = json(http.get("/v1/nodes/Film?output=verbose"), 200).at("/nodes/0");

        assertThat(node.get("status").asText()).isEqualTo("HEALTHY");
        assertThat(node.at("/stats/objectCount").asInt()).isEqualTo(1);
        assertThat(node.at("/shards/0/vectorIndexingStatus").asText()).isEqualTo("READY");
        assertThat(json(http.get("/v1/nodes"), 200)
                        .at("/nodes/0/batchStats/queueLength")
                        .asInt())
                .isZero();
        assertThat(json(http.get("/v1/schema/Film/shards"), 200).at("/0/status").asText())
                .isEqualTo("READY");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/authz/roles",
                "/v1/backups/filesystem",
                "/v1/cluster/statistics",
                "/v1/objects/00000000-0000-0000-0000-000000000001",
                "/v1/objects/00000000-0000-0000-0000-000000000001/references/by"
            })
    void whatIsNotThereYetIsNamed(String path) throws Exception {
        assertThat(json(http.get(path), 501).at("/error/0/message").asText()).contains("not supported yet");
    }

    @Test
    void wrongRequestsHaveTheContractsStatusAndShape() throws Exception {
        assertThat(json(http.get("/v1/nothing"), 404).get("code").asInt()).isEqualTo(404);
        HttpResponse<String> wrongMethod = http.send("PUT", "/v1/schema", "{}");
        assertThat(json(wrongMethod, 405).get("code").asInt()).isEqualTo(405);
        assertThat(wrongMethod.headers().firstValue("Allow")).contains("GET, POST");
        assertThat(json(http.send("POST", "/v1/schema", "{"), 400).get("code").asInt())
                .isEqualTo(400);
        assertThat(http.send("POST", "/v1/schema", "").statusCode()).isEqualTo(422);
        assertThat(http.get("/v1/objects/Film/" + ID + "?consistency_level=one").statusCode())
                .isEqualTo(400);
        assertThat(http.get("/v1/objects/Film/123").statusCode()).isEqualTo(422);
        assertThat(json(http.get("/v1/meta", "Authorization", "Bearer x"), 401)
                        .get("code")
                        .asInt())
                .isEqualTo(401);
    }

    private HttpResponse<String> insert(String path, String object) throws Exception {
        return http.send("POST", path, object);
    }

    private static JsonNode json(HttpResponse<String> answer, int status) throws Exception {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return JSON.readTree(answer.body());
    }
}
