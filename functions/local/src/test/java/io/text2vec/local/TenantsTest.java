package io.text2vec.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.text2vec.vectors.Http;
import java.net.URI;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tenants over Weaviate's REST and the functions, on the embedded engine. */
@QuarkusTest
class TenantsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ID = "11111111-2222-4333-8444-555555555555";
    private static final String TENANTS = "/v1/schema/Letter/tenants";
    private static final String EVERY = """
            {"match":{"class":"Letter","where":{"path":["text"],"operator":"Like","valueText":"*"}}}""";

    @TestHTTPResource
    URI base;

    private Http http;

    @BeforeEach
    void annaAndBert() throws Exception {
        http = new Http(base);
        make("{\"enabled\":true}");
        json(
                http.send("POST", TENANTS, "[{\"name\":\"anna\"},{\"name\":\"bert\",\"activityStatus\":\"ACTIVE\"}]"),
                200);
    }

    private void make(String multiTenancy) throws Exception {
        http.send("DELETE", "/v1/schema/Letter", "");
        http.send("DELETE", "/v1/schema/Plain", "");
        json(http.send("POST", "/v1/schema", """
                {"class":"Letter","vectorizer":"none","multiTenancyConfig":%s,
                 "properties":[{"name":"text","dataType":["text"]}]}""".formatted(multiTenancy)), 200);
        json(http.send("POST", "/v1/schema", "{\"class\":\"Plain\",\"vectorizer\":\"none\"}"), 200);
    }

    @Test
    void tenantsAreMadeReadChangedAndRemoved() throws Exception {
        assertThat(json(http.send("PUT", TENANTS, "[{\"name\":\"bert\",\"activityStatus\":\"INACTIVE\"}]"), 200))
                .isEqualTo(JSON.readTree("[{\"activityStatus\":\"COLD\",\"name\":\"bert\"}]"));
        assertThat(json(http.get(TENANTS), 200))
                .isEqualTo(
                        JSON.readTree(
                                "[{\"activityStatus\":\"HOT\",\"name\":\"anna\"},{\"activityStatus\":\"COLD\",\"name\":\"bert\"}]"));
        assertThat(json(http.get(TENANTS + "/bert"), 200).get("activityStatus").asText())
                .isEqualTo("COLD");
        assertThat(http.send("HEAD", TENANTS + "/bert", "").statusCode()).isEqualTo(200);

        HttpResponse<String> removed = http.send("DELETE", TENANTS, "[\"bert\",\"nobody\"]");
        assertThat(removed.statusCode()).isEqualTo(200);
        assertThat(removed.body()).isEmpty();
        assertThat(http.get(TENANTS + "/bert").statusCode()).isEqualTo(404);
        assertThat(http.get(TENANTS + "/bert").body()).isEmpty();
        assertThat(http.send("HEAD", TENANTS + "/bert", "").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POST | Letter | [{\"name\":\"a b\"}] | 422",
                "POST | Letter | [{\"name\":\"x\"},{\"name\":\"x\"}] | 422",
                "POST | Letter | [{\"name\":\"x\",\"activityStatus\":\"FROZEN\"}] | 422",
                "POST | Letter | [{\"name\":\"x\",\"activityStatus\":\"WARM\"}] | 422",
                "POST | Letter | {} | 400",
                "POST | Letter | [3] | 400",
                "POST | Plain | [{\"name\":\"x\"}] | 422",
                "POST | Nothing | [{\"name\":\"x\"}] | 422",
                "PUT | Letter | [{\"name\":\"nobody\",\"activityStatus\":\"HOT\"}] | 422",
                "PUT | Letter | [{\"name\":\"anna\",\"activityStatus\":\"OFFLOADED\"}] | 422",
                "PUT | Letter | [{\"name\":\"anna\"}] | 422",
                "DELETE | Plain | [\"x\"] | 422",
                "DELETE | Letter | [3] | 400",
            })
    void whatMakesNoSenseChangesNothing(String method, String collection, String body, int status) throws Exception {
        assertThat(http.send(method, "/v1/schema/" + collection + "/tenants", body)
                        .statusCode())
                .isEqualTo(status);
        assertThat(json(http.get(TENANTS), 200)).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"Plain", "Nothing"})
    void aCollectionWithoutTenantsHasNoneToRead(String collection) throws Exception {
        assertThat(http.get("/v1/schema/" + collection + "/tenants").statusCode())
                .isEqualTo(422);
        assertThat(http.get("/v1/schema/" + collection + "/tenants/x").statusCode())
                .isEqualTo(422);
        assertThat(http.send("HEAD", "/v1/schema/" + collection + "/tenants/x", "")
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void anObjectIsOfItsTenantAlone() throws Exception {
        insert("anna", "to anna");
        assertThat(json(insert("bert", "to bert"), 200).get("tenant").asText()).isEqualTo("bert");

        assertThat(text("anna")).isEqualTo("to anna");
        assertThat(text("bert")).isEqualTo("to bert");
        String path = "/v1/objects/Letter/" + ID + "?tenant=anna";
        assertThat(http.send("PATCH", path, "{\"tenant\":\"anna\",\"properties\":{\"text\":\"anew\"}}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(text("bert")).isEqualTo("to bert");
        assertThat(http.send("DELETE", path, "").statusCode()).isEqualTo(204);
        assertThat(http.send("HEAD", path, "").statusCode()).isEqualTo(404);
        assertThat(text("bert")).isEqualTo("to bert");
    }

    @Test
    void aListAndADeletionByAFilterAreOfOneTenant() throws Exception {
        insert("anna", "to anna");
        insert("bert", "to bert");

        assertThat(json(http.get("/v1/objects?class=Letter&tenant=anna"), 200).at("/objects/0/properties/text"))
                .hasToString("\"to anna\"");
        JsonNode deleted = json(http.send("DELETE", "/v1/batch/objects?tenant=anna", EVERY), 200);
        assertThat(deleted.at("/results/successful").asInt()).isEqualTo(1);
        assertThat(json(http.get("/v1/objects?class=Letter&tenant=anna"), 200).get("objects"))
                .isEmpty();
        assertThat(text("bert")).isEqualTo("to bert");
    }

    @Test
    void everyCallNeedsAnActiveTenant() throws Exception {
        json(http.send("PUT", TENANTS, "[{\"name\":\"bert\",\"activityStatus\":\"COLD\"}]"), 200);
        for (String tenant : new String[] {"", "?tenant=bert", "?tenant=nobody"}) {
            String one = "/v1/objects/Letter/" + ID + tenant;
            assertThat(http.get(one).statusCode()).as(one).isEqualTo(422);
            assertThat(http.send("HEAD", one, "").statusCode()).as(one).isEqualTo(422);
            assertThat(http.send("DELETE", one, "").statusCode()).as(one).isEqualTo(422);
            assertThat(http.send("DELETE", "/v1/batch/objects" + tenant, EVERY).statusCode())
                    .as(tenant)
                    .isEqualTo(422);
            assertThat(http.get("/v1/objects?class=Letter&" + tenant.replace("?", ""))
                            .statusCode())
                    .as(tenant)
                    .isEqualTo(422);
        }
        assertThat(insert("bert", "x").statusCode()).isEqualTo(422);
        assertThat(insert("nobody", "x").statusCode()).isEqualTo(422);
        assertThat(http.send("POST", "/v1/objects", "{\"class\":\"Plain\",\"tenant\":\"anna\",\"properties\":{}}")
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void inABatchEachObjectHasItsTenant() throws Exception {
        JsonNode results = json(http.send("POST", "/v1/batch/objects", """
                {"objects":[{"class":"Letter","tenant":"anna","properties":{"text":"1"}},
                 {"class":"Letter","tenant":"nobody","properties":{"text":"2"}},
                 {"class":"Letter","properties":{"text":"3"}},
                 {"class":"Letter","tenant":"bert","properties":{"text":"4"}}]}"""), 200);

        assertThat(results.findValuesAsText("status")).containsExactly("SUCCESS", "FAILED", "FAILED", "SUCCESS");
        assertThat(results.at("/1/result/errors/error/0/message").asText()).contains("nobody");
    }

    @Test
    void aWriteMakesAndWakesWhereTheCollectionSaysSo() throws Exception {
        make("{\"enabled\":true,\"autoTenantCreation\":true,\"autoTenantActivation\":true}");
        json(insert("carl", "to carl"), 200);
        assertThat(text("carl")).isEqualTo("to carl");
        assertThat(http.get("/v1/objects?class=Letter&tenant=nobody").statusCode())
                .isEqualTo(422);

        json(http.send("PUT", TENANTS, "[{\"name\":\"carl\",\"activityStatus\":\"COLD\"}]"), 200);
        assertThat(text("carl")).isEqualTo("to carl");
        assertThat(json(http.get(TENANTS + "/carl"), 200).get("activityStatus").asText())
                .isEqualTo("HOT");
    }

    @Test
    void eachTenantIsAShard() throws Exception {
        insert("anna", "to anna");
        json(http.send("PUT", TENANTS, "[{\"name\":\"bert\",\"activityStatus\":\"COLD\"}]"), 200);

        assertThat(json(http.get("/v1/schema/Letter/shards"), 200).findValuesAsText("name"))
                .containsExactly("anna", "bert");
        assertThat(json(http.get("/v1/schema/Letter/shards?tenant=bert"), 200).findValuesAsText("name"))
                .containsExactly("bert");
        JsonNode node = json(http.get("/v1/nodes/Letter?output=verbose"), 200).at("/nodes/0");
        assertThat(node.at("/stats/objectCount").asInt()).isEqualTo(1);
        assertThat(node.at("/stats/shardCount").asInt()).isEqualTo(2);
        assertThat(node.at("/shards/0/objectCount").asInt()).isEqualTo(1);
    }

    @Test
    void aReadOnlyShardFailsWrites() throws Exception {
        String shard = "/v1/schema/Letter/shards/anna";
        assertThat(json(http.send("PUT", shard, "{\"status\":\"READONLY\"}"), 200)
                        .get("status")
                        .asText())
                .isEqualTo("READONLY");
        assertThat(json(http.get("/v1/schema/Letter/shards"), 200).findValuesAsText("status"))
                .containsExactly("READONLY", "READY");
        assertThat(insert("anna", "x").statusCode()).isEqualTo(500);
        assertThat(insert("bert", "x").statusCode()).isEqualTo(200);
        assertThat(http.get("/v1/objects?class=Letter&tenant=anna").statusCode())
                .isEqualTo(200);

        json(http.send("PUT", shard, "{\"status\":\"READY\"}"), 200);
        assertThat(insert("anna", "x").statusCode()).isEqualTo(200);
        assertThat(http.send("PUT", shard, "{\"status\":\"BUSY\"}").statusCode())
                .isEqualTo(422);
        assertThat(http.send("PUT", "/v1/schema/Letter/shards/nobody", "{\"status\":\"READY\"}")
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void referencesLeadToTheSameTenant() throws Exception {
        json(
                http.send("POST", "/v1/schema/Letter/properties", "{\"name\":\"answers\",\"dataType\":[\"Letter\"]}"),
                200);
        insert("anna", "to anna");
        String answer = """
                {"class":"Letter","tenant":"%s","properties":{"answers":[{"beacon":"weaviate://localhost/Letter/%s"}]}}""";

        assertThat(http.send("POST", "/v1/objects", answer.formatted("bert", ID))
                        .statusCode())
                .as("bert has no such letter")
                .isEqualTo(422);
        assertThat(http.send("POST", "/v1/objects", answer.formatted("anna", ID))
                        .statusCode())
                .isEqualTo(200);
        insert("bert", "to bert");
        assertThat(found("anna", "to anna")).hasSize(1);
        assertThat(found("bert", "to anna")).isEmpty();
    }

    /** Letters that answer one with a text. */
    private JsonNode found(String tenant, String text) throws Exception {
        return json(http.send("DELETE", "/v1/batch/objects?tenant=" + tenant, """
                {"dryRun":true,"output":"verbose","match":{"class":"Letter","where":{
                 "path":["answers","Letter","text"],"operator":"Equal","valueText":"%s"}}}""".formatted(text)), 200)
                .at("/results/objects");
    }

    @Test
    void theFunctionsKnowTenants() throws Exception {
        String objects = "\"objects\":[{\"id\":\"" + ID + "\",\"properties\":{\"text\":\"hello\"}}]";
        assertThat(json(
                                http.send(
                                        "POST",
                                        "/import",
                                        "{\"collection\":\"Letter\",\"tenant\":\"anna\"," + objects + "}"),
                                200)
                        .get("successful")
                        .asInt())
                .isEqualTo(1);
        assertThat(json(http.send("POST", "/import", "{\"collection\":\"Letter\"," + objects + "}"), 200)
                        .at("/objects/0/error")
                        .asText())
                .contains("name one");

        assertThat(found("anna")).hasSize(1);
        assertThat(found("bert")).isEmpty();
        assertThat(http.send("POST", "/search", "{\"collection\":\"Letter\",\"bm25\":\"hello\"}")
                        .statusCode())
                .isEqualTo(422);
    }

    private JsonNode found(String tenant) throws Exception {
        String query = "{\"collection\":\"Letter\",\"tenant\":\"" + tenant + "\",\"bm25\":\"hello\"}";
        return json(http.send("POST", "/search", query), 200).get("objects");
    }

    private HttpResponse<String> insert(String tenant, String text) throws Exception {
        http.send("DELETE", "/v1/objects/Letter/" + ID + "?tenant=" + tenant, "");
        return http.send("POST", "/v1/objects", """
                {"class":"Letter","tenant":"%s","id":"%s","properties":{"text":"%s"}}""".formatted(tenant, ID, text));
    }

    private String text(String tenant) throws Exception {
        return json(http.get("/v1/objects/Letter/" + ID + "?tenant=" + tenant), 200)
                .at("/properties/text")
                .asText();
    }

    private static JsonNode json(HttpResponse<String> answer, int status) throws Exception {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return JSON.readTree(answer.body());
    }
}
