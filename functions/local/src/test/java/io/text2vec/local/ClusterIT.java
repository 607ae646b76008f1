package io.text2vec.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.text2vec.vectors.Http;
import io.text2vec.vectors.PackagedApp;
import java.io.IOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The packaged application with a real Weaviate behind it, which asks for keys. */
@Timeout(60)
class ClusterIT {
    private static final String SCRIPT = "infra/scripts/weaviate-server";
    private static final long PAUSE_NANOS = 100_000_000;
    private static final String ID = "8bfa692c-27b1-4e50-b87b-0692d04673a4";
    private static final String[] JSON = {"Content-Type", "application/json"};

    @TempDir
    private static Path data;

    private static Process weaviate;
    private static PackagedApp app;
    private static Http own;
    private static Http there;

    @BeforeAll
    @Timeout(600) // where Weaviate is built first
    static void start() throws Exception {
        Path root = Path.of(System.getProperty("text2vec.root"));
        Process find = new ProcessBuilder(root.resolve(SCRIPT).toString(), "find").start();
        assumeTrue(find.waitFor() == 0, "SKIPPED: there is no weaviate-server, and no Go to build it with");
        int port = freePorts();
        ProcessBuilder command = new ProcessBuilder(
                root.resolve(SCRIPT).toString(),
                "run",
                Integer.toString(port),
                Integer.toString(port + 1),
                data.toString());
        command.environment().put("AUTHENTICATION_ANONYMOUS_ACCESS_ENABLED", "false");
        command.environment().put("AUTHENTICATION_APIKEY_ENABLED", "true");
        command.environment().put("AUTHENTICATION_APIKEY_ALLOWED_KEYS", "theirs,callers");
        command.environment().put("AUTHENTICATION_APIKEY_USERS", "app,caller");
        command.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        weaviate = command.start();
        there = new Http(URI.create("http://127.0.0.1:" + port));
        awaitWeaviate();
        app = PackagedApp.start(Map.of(
                "TEXT2VEC_ENGINE",
                "weaviate",
                "WEAVIATE_URL",
                there.base().toString(),
                "WEAVIATE_GRPC_URL",
                "http://127.0.0.1:" + (port + 1),
                "WEAVIATE_API_KEY",
                "theirs"));
        own = app.client();
        // Not as fast as it goes: each answer is a line in the application's log, and nobody reads that meanwhile.
        while (own.get("/v1/.well-known/ready").statusCode() != 200) {
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    private static void awaitWeaviate() throws Exception {
        while (true) {
            assertThat(weaviate.isAlive()).isTrue();
            try {
                if (there.get("/v1/.well-known/ready").statusCode() == 200) {
                    return;
                }
            } catch (ConnectException notYet) {
                // It listens a little after it was started.
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    /**
     * The first of the ports that the script gives Weaviate, all of them free. Below those that the system gives to
     * connections, since any of these may be taken before Weaviate comes to listen.
     */
    private static int freePorts() {
        while (true) {
            int first = ThreadLocalRandom.current().nextInt(20_000, 29_000);
            if (IntStream.of(0, 1, 3000, 3001, 3002, 3003).allMatch(offset -> isFree(first + offset))) {
                return first;
            }
        }
    }

    private static boolean isFree(int port) {
        try (ServerSocket _ = new ServerSocket(port)) {
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    @AfterAll
    static void end() throws Exception {
        if (app != null) {
            app.close();
            weaviate.destroy();
            weaviate.waitFor();
        }
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
