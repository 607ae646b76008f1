package io.text2vec.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.text2vec.vectors.Http;
import io.text2vec.vectors.PackagedApp;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.testcontainers.weaviate.WeaviateContainer;

/** The packaged application with a real Weaviate behind it, which asks for keys. */
@Timeout(60)
@Tag("docker")
class ClusterIT {
    private static final long PAUSE_NANOS = 100_000_000;
    private static final String ID = "8bfa692c-27b1-4e50-b87b-0692d04673a4";
    private static final String[] JSON = {"Content-Type", "application/json"};

    private static final WeaviateContainer WEAVIATE = new WeaviateContainer("semitechnologies/weaviate:1.35.2")
            .withEnv("AUTHENTICATION_ANONYMOUS_ACCESS_ENABLED", "false")
            .withEnv("AUTHENTICATION_APIKEY_ENABLED", "true")
            .withEnv("AUTHENTICATION_APIKEY_ALLOWED_KEYS", "theirs,callers")
            .withEnv("AUTHENTICATION_APIKEY_USERS", "app,caller")
            .withEnv("DISABLE_TELEMETRY", "true");

    private static PackagedApp app;
    private static Http own;
    private static Http there;

    @BeforeAll
    @Timeout(600) // where the image is fetched first
    static void start() throws Exception {
        WEAVIATE.start();
        there = new Http(URI.create("http://" + WEAVIATE.getHttpHostAddress()));
        app = PackagedApp.start(Map.of(
                "TEXT2VEC_ENGINE",
                "weaviate",
                "WEAVIATE_URL",
                there.base().toString(),
                "WEAVIATE_GRPC_URL",
                "http://" + WEAVIATE.getGrpcHostAddress(),
                "WEAVIATE_API_KEY",
                "theirs"));
        own = app.client();
        // Not as fast as it goes: each answer is a line in the application's log, and nobody reads that meanwhile.
        while (own.get("/v1/.well-known/ready").statusCode() != 200) {
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    @AfterAll
    static void end() {
        if (app != null) {
            app.close();
        }
        WEAVIATE.close();
    }

    @BeforeEach
    void noFilms() throws Exception {
        own.send("DELETE", "/v1/schema/Film", "");
        assertThat(own.get("/v1/schema/Film").statusCode()).isEqualTo(404);
    }

    @Test
    void settingsAreShownHereAndNeedNoModuleThere() throws Exception {
        make("\"vectorizer\":\"text2vec-transformers\"");
        assertThat(own.get("/v1/schema/Film").body())
                .contains("\"vectorizer\":\"text2vec-transformers\"")
                .contains("\"poolingStrategy\":\"masked_mean\"")
                .contains("\"vectorizePropertyName\":false")
                .doesNotContain("text2vec-functions");
        assertThat(own.get("/v1/schema").body()).contains("\"vectorizer\":\"text2vec-transformers\"");
        assertThat(there.get("/v1/schema/Film", "Authorization", "Bearer theirs")
                        .body())
                .contains("\"vectorizer\":\"none\"");
    }

    @Test
    void anUpdateAndANewPropertyKeepTheSettings() throws Exception {
        make(
                "\"vectorConfig\":{\"plot\":{\"vectorIndexType\":\"hnsw\",\"vectorizer\":{\"text2vec-transformers\":{\"dimensions\":64}}}}");
        String film = own.get("/v1/schema/Film").body();
        assertThat(send("PUT", "/v1/schema/Film", film.replaceFirst("\\{", "{\"description\":\"films\",")))
                .contains("\"dimensions\":64")
                .contains("\"description\":\"films\"");
        assertThat(send("POST", "/v1/schema/Film/properties", "{\"name\":\"tag\",\"dataType\":[\"text\"]}"))
                .contains("\"skip\":false");
        assertThat(send("PUT", "/v1/schema/Film", film.replace("\"dimensions\":64", "\"dimensions\":32")))
                .contains("can't be changed");
    }

    @Test
    void aBatchGetsItsVectorsAndTellsItsErrorsInOrder() throws Exception {
        make("\"vectorizer\":\"text2vec-transformers\"");
        String answer = send(
                "POST",
                "/v1/batch/objects",
                "{\"objects\":[{\"class\":\"Film\",\"properties\":{\"title\":\"Jaws\"}},{\"class\":\"Film\",\"properties\":{\"title\":\"Up\",\"year\":\"none\"}},{\"class\":\"Film\",\"vector\":["
                        + "0.5,".repeat(383) + "0.5],\"properties\":{\"title\":\"Alien\"}}]}");
        assertThat(answer.split("\"result\":")).hasSize(4);
        assertThat(answer.split("\"result\":")[2]).contains("FAILED");
        assertThat(own.get("/v1/objects?class=Film&include=vector").body())
                .contains("\"title\":\"Jaws\"")
                .contains("\"title\":\"Alien\"")
                .contains("[0.5,0.5,0.5");
    }

    @Test
    void aChangeOfTheTextMakesAnotherVectorAndAnyOtherChangeDoesNot() throws Exception {
        make("\"vectorizer\":\"text2vec-transformers\"");
        send(
                "POST",
                "/v1/objects",
                "{\"class\":\"Film\",\"id\":\"" + ID + "\",\"properties\":{\"title\":\"Jaws\",\"year\":1975}}");
        String first = vector();
        assertThat(first).contains(",");
        send("PATCH", "/v1/objects/Film/" + ID, "{\"properties\":{\"year\":1976}}");
        assertThat(vector()).isEqualTo(first);
        send("PATCH", "/v1/objects/Film/" + ID, "{\"properties\":{\"title\":\"Home Alone\"}}");
        String second = vector();
        assertThat(second).isNotEqualTo(first);
        send(
                "PUT",
                "/v1/objects/Film/" + ID,
                "{\"class\":\"Film\",\"id\":\"" + ID + "\",\"properties\":{\"title\":\"Jaws\"}}");
        assertThat(vector()).isEqualTo(first);
    }

    private static String vector() throws Exception {
        String object = own.get("/v1/objects/Film/" + ID + "?include=vector").body();
        return object.substring(object.indexOf("\"vector\":["), object.indexOf(']', object.indexOf("\"vector\":[")));
    }

    @Test
    void whatTheEmbeddedEngineDoesNotHaveGoesThrough() throws Exception {
        make("\"vectorizer\":\"text2vec-transformers\",\"multiTenancyConfig\":{\"enabled\":true}");
        assertThat(send("POST", "/v1/schema/Film/tenants", "[{\"name\":\"t1\"}]"))
                .contains("t1");
        assertThat(send(
                        "POST",
                        "/v1/objects",
                        "{\"class\":\"Film\",\"tenant\":\"t1\",\"properties\":{\"title\":\"Jaws\"}}"))
                .contains("\"vector\":[");
        assertThat(send("POST", "/v1/aliases", "{\"alias\":\"Movie\",\"class\":\"Film\"}"))
                .contains("Movie");
        assertThat(own.get("/v1/schema/Movie").body()).contains("\"class\":\"Film\"");
        own.send("DELETE", "/v1/aliases/Movie", "");
        assertThat(own.get("/v1/nodes").body()).contains("HEALTHY");
        assertThat(send("POST", "/v1/graphql", "{\"query\":\"{Get{Film(tenant:\\\"t1\\\"){title}}}\"}"))
                .contains("Jaws");
        assertThat(send("POST", "/v1/graphql", "{\"query\":\"{Get{Film(nearText:{concepts:[\\\"a\\\"]}){title}}}\"}"))
                .contains("nearText in GraphQL is not supported");
    }

    @Test
    void theFunctionsImportAndSearchThere() throws Exception {
        make("\"vectorizer\":\"text2vec-transformers\"");
        assertThat(
                        send(
                                "POST",
                                "/import",
                                "{\"collection\":\"Film\",\"objects\":[{\"id\":\"" + ID
                                        + "\",\"properties\":{\"title\":\"Jaws\",\"year\":1975}},{\"properties\":{\"title\":\"Up\",\"year\":\"none\"}},{\"properties\":{\"title\":\"Home Alone\",\"year\":1990}},{\"vector\":[1,2],\"properties\":{\"title\":\"Alien\"}}]}"))
                .startsWith(
                        "{\"successful\":2,\"failed\":2,\"objects\":[{\"id\":\"" + ID + "\",\"status\":\"SUCCESS\"}")
                .contains("Property year");
        assertThat(search("\"nearText\":\"a shark\",\"limit\":1,\"vector\":true"))
                .contains("\"id\":\"" + ID + "\"")
                .contains("\"title\":\"Jaws\",\"year\":1975")
                .contains("\"vector\":[")
                .contains("\"distance\":")
                .doesNotContain("Home Alone");
        assertThat(search("\"bm25\":\"alone\",\"properties\":[\"title\"]"))
                .contains("\"properties\":{\"title\":\"Home Alone\"},\"score\":")
                .doesNotContain("Jaws");
        assertThat(
                        search(
                                "\"hybrid\":{\"query\":\"jaws\",\"properties\":[\"title^2\"]},\"filter\":{\"path\":[\"year\"],\"operator\":\"LessThan\",\"valueInt\":1980}"))
                .contains("Jaws")
                .contains("\"score\":")
                .doesNotContain("Home Alone");
        assertThat(search("\"nearText\":{\"concepts\":[\"film\"],\"moveTo\":{\"force\":1,\"objects\":[{\"id\":\"" + ID
                        + "\"}]}},\"limit\":1"))
                .contains("Jaws");
        assertThat(search("\"nearText\":\"a shark\",\"limit\":1,\"offset\":1")).contains("Home Alone");
        assertThat(event("import", "{\"collection\":\"Film\",\"objects\":[{\"properties\":{\"title\":\"Alien\"}}]}"))
                .contains("\"type\":\"text2vec.import.done\"")
                .contains("\"successful\":1");
        assertThat(event("search", "{\"collection\":\"Film\",\"bm25\":\"alien\"}"))
                .contains("\"type\":\"text2vec.search.done\"")
                .contains("Alien");
    }

    private static String search(String what) throws Exception {
        return send("POST", "/search", "{\"collection\":\"Film\"," + what + "}");
    }

    private static String event(String function, String data) throws Exception {
        return own.send(
                        "POST",
                        "/",
                        "{\"specversion\":\"1.0\",\"id\":\"7\",\"source\":\"/test\",\"type\":\"text2vec." + function
                                + "\",\"data\":" + data + "}",
                        "Content-Type",
                        "application/cloudevents+json")
                .body();
    }

    @Test
    void theFunctionsKeepEveryTypeOfValue() throws Exception {
        assertThat(send("POST", "/v1/schema", """
                {"class":"Film","vectorizer":"none","properties":[
                  {"name":"blob","dataType":["blob"]},{"name":"bools","dataType":["boolean[]"]},
                  {"name":"date","dataType":["date"]},{"name":"dates","dataType":["date[]"]},
                  {"name":"geo","dataType":["geoCoordinates"]},{"name":"id2","dataType":["uuid"]},
                  {"name":"ints","dataType":["int[]"]},{"name":"none","dataType":["text[]"]},
                  {"name":"numbers","dataType":["number[]"]},
                  {"name":"phone","dataType":["phoneNumber"]},
                  {"name":"place","dataType":["object"],"nestedProperties":[
                    {"name":"town","dataType":["text"]},{"name":"years","dataType":["int[]"]}]},
                  {"name":"title","dataType":["text"]}]}""")).contains("\"class\":\"Film\"");
        String values =
                "\"bools\":[true,false],\"date\":\"2020-01-31T12:00:00.5Z\",\"dates\":[\"2020-01-31T12:00:00Z\"],\"geo\":{\"latitude\":52.5,\"longitude\":13.25},\"id2\":\""
                        + ID + "\",\"ints\":[1,9007199254740992],\"numbers\":[0.1,2.5]";
        assertThat(send(
                        "POST",
                        "/import",
                        "{\"collection\":\"Film\",\"objects\":[{\"vector\":[1,0],\"properties\":{\"title\":\"Jaws\",\"blob\":\"AAAA\",\"none\":[],\"phone\":{\"input\":\"0171 1234567\",\"defaultCountry\":\"de\"},\"place\":{\"town\":\"Oslo\",\"years\":[1,2]},"
                                + values + "}}]}"))
                .contains("\"successful\":1");
        String found = search("\"bm25\":\"jaws\"");
        for (String value : values.split(",(?=\")")) {
            assertThat(found).contains(value);
        }
        assertThat(found)
                .contains("\"place\":{\"town\":\"Oslo\",\"years\":[1,2]}")
                .contains("\"nationalFormatted\":\"0171 1234567\"")
                .doesNotContain("AAAA");
        assertThat(search("\"bm25\":\"jaws\",\"properties\":[\"blob\"]")).contains("{\"blob\":\"AAAA\"}");
        assertThat(send(
                        "POST",
                        "/import",
                        "{\"collection\":\"Film\",\"objects\":[{\"properties\":{\"ints\":[9007199254740993]}}]}"))
                .contains("\"failed\":1")
                .contains("Property ints");
    }

    @Test
    void theFunctionsKnowNamedVectorsAndTenants() throws Exception {
        make(
                "\"multiTenancyConfig\":{\"enabled\":true},\"vectorConfig\":{\"plot\":{\"vectorIndexType\":\"hnsw\",\"vectorizer\":{\"text2vec-transformers\":{}}},\"given\":{\"vectorIndexType\":\"hnsw\",\"vectorizer\":{\"none\":{}}}}");
        send("POST", "/v1/schema/Film/tenants", "[{\"name\":\"t1\"}]");
        String objects = ",\"objects\":[{\"vectors\":{\"given\":[1,0]},\"properties\":{\"title\":\"Jaws\"}}]}";
        assertThat(send("POST", "/import", "{\"collection\":\"Film\",\"tenant\":\"t1\"" + objects))
                .contains("\"successful\":1");
        assertThat(search("\"tenant\":\"t1\",\"nearText\":\"a shark\",\"targetVector\":\"plot\",\"vector\":true"))
                .contains("Jaws")
                .contains("\"given\":[1.0,0.0]")
                .contains("\"plot\":[");
        assertThat(
                        search(
                                "\"tenant\":\"t1\",\"hybrid\":{\"query\":\"jaws\",\"vector\":[1,0]},\"targetVector\":\"given\""))
                .contains("Jaws");
        assertThat(search("\"bm25\":\"jaws\"")).contains("Film has tenants: name one.");
        assertThat(search("\"tenant\":\"t2\",\"bm25\":\"jaws\"")).contains("t2");
        assertThat(send("POST", "/import", "{\"collection\":\"Film\",\"tenant\":\"t2\"" + objects))
                .contains("\"failed\":1");
    }

    @Test
    void collectionsAndPropertiesThatAreMissingAreMadeThere() throws Exception {
        String first = "{\"collection\":\"Film\",\"objects\":[{\"vector\":[1,0],\"properties\":{\"title\":\"Jaws\"}}]}";
        assertThat(send("POST", "/import", first)).contains("\"successful\":1");
        assertThat(own.get("/v1/schema/Film").body()).contains("\"name\":\"title\"");
        assertThat(send("POST", "/import", first.replace("\"Jaws\"", "\"Up\",\"year\":2009")))
                .contains("\"successful\":1");
        assertThat(
                        search(
                                "\"bm25\":\"up\",\"properties\":[\"year\"],\"filter\":{\"path\":[\"year\"],\"operator\":\"Equal\",\"valueNumber\":2009}"))
                .contains("\"properties\":{\"year\":2009");
    }

    @Test
    void anImportOverAnObjectKeepsItsVectorWhereTheTextIsTheSame() throws Exception {
        make("\"vectorizer\":\"text2vec-transformers\"");
        String object = "{\"id\":\"" + ID + "\",\"properties\":{\"title\":\"Jaws\"}}";
        send(
                "POST",
                "/v1/objects",
                object.replaceFirst("\\{", "{\"class\":\"Film\",\"vector\":[" + "0.5,".repeat(383) + "0.5],"));
        send("POST", "/import", "{\"collection\":\"Film\",\"objects\":[" + object + "]}");
        assertThat(vector()).contains("[0.5,0.5,0.5");
        send("POST", "/import", "{\"collection\":\"Film\",\"objects\":[" + object.replace("Jaws", "Up") + "]}");
        assertThat(vector()).doesNotContain("[0.5,0.5,0.5");
    }

    @Test
    void aClassOfAnotherModelTakesNoVectorsOfThisOne() throws Exception {
        there.send(
                "POST",
                "/v1/schema",
                "{\"class\":\"Film\",\"vectorizer\":\"none\",\"moduleConfig\":{\"text2vec-functions\":{\"text2vec-transformers\":\"{}\",\"model\":\"another, recipe declared, 0123\"}},\"properties\":[{\"name\":\"title\",\"dataType\":[\"text\"]}]}",
                "Content-Type",
                "application/json",
                "Authorization",
                "Bearer theirs");
        assertThat(send(
                        "POST",
                        "/import",
                        "{\"collection\":\"Film\",\"objects\":[{\"properties\":{\"title\":\"Jaws\"}}]}"))
                .contains("The vectors of Film are of another, recipe declared, 0123");
        assertThat(search("\"nearText\":\"a shark\"")).contains("The vectors of Film are of another");
    }

    @Test
    void aCallersOwnKeyGoesThroughWhenAsked() throws Exception {
        try (PackagedApp asCaller = PackagedApp.start(Map.of(
                "TEXT2VEC_ENGINE", "weaviate",
                "WEAVIATE_URL", there.base().toString(),
                "TEXT2VEC_WEAVIATE_CREDENTIALS", "caller"))) {
            Http client = asCaller.client();
            assertThat(client.get("/v1/schema").statusCode()).isEqualTo(401);
            assertThat(client.get("/v1/schema", "Authorization", "Bearer callers")
                            .statusCode())
                    .isEqualTo(200);
            assertThat(client.send("POST", "/v1/objects", "{\"class\":\"Film\"}", JSON)
                            .statusCode())
                    .isEqualTo(401);
            assertThat(client.send("POST", "/search", "{\"collection\":\"Film\",\"bm25\":\"jaws\"}", JSON)
                            .body())
                    .contains("TEXT2VEC_WEAVIATE_CREDENTIALS=caller");
        }
    }

    private static void make(String vectors) throws Exception {
        assertThat(
                        send(
                                "POST",
                                "/v1/schema",
                                "{\"class\":\"Film\"," + vectors
                                        + ",\"properties\":[{\"name\":\"title\",\"dataType\":[\"text\"]},{\"name\":\"year\",\"dataType\":[\"int\"]}]}"))
                .contains("\"class\":\"Film\"");
    }

    private static String send(String method, String path, String body) throws Exception {
        return own.send(method, path, body, JSON).body();
    }
}
