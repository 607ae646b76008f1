package io.text2vec.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.text2vec.vectors.Http;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Weaviate's API keys over REST; gRPC asks the same {@code Access}. */
@QuarkusTest
@TestProfile(ApiKeysTest.TwoUsers.class)
class ApiKeysTest {
    private static final String ADMIN = "Bearer admins-key";
    private static final String READER = "Bearer readers-key";

    public static final class TwoUsers implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "AUTHENTICATION_APIKEY_ENABLED", "true",
                    "AUTHENTICATION_APIKEY_ALLOWED_KEYS", "admins-key,readers-key",
                    "AUTHENTICATION_APIKEY_USERS", "ann,bob",
                    "AUTHORIZATION_ADMINLIST_ENABLED", "true",
                    "AUTHORIZATION_ADMINLIST_USERS", "ann",
                    "AUTHORIZATION_ADMINLIST_READONLY_USERS", "bob");
        }
    }

    @TestHTTPResource
    URI base;

    private Http http;

    @BeforeEach
    void client() {
        http = new Http(base);
    }

    @Test
    void readersReadAndOnlyAdminsWrite() throws Exception {
        assertThat(status("GET", "/v1/schema", "", READER)).isEqualTo(200);
        assertThat(status("POST", "/v1/schema", "{\"class\":\"Kept\"}", READER)).isEqualTo(403);
        assertThat(status("POST", "/v1/schema", "{\"class\":\"Kept\"}", ADMIN)).isEqualTo(200);
        assertThat(status("DELETE", "/v1/schema/Kept", "", ADMIN)).isEqualTo(200);
    }

    @Test
    void nobodyElseComesInAnywhereButForHealth() throws Exception {
        for (String path : new String[] {"/v1/schema", "/v1/meta", "/v1/nodes", "/v1/aliases", "/meta"}) {
            assertThat(http.get(path).statusCode()).as(path).isEqualTo(401);
            assertThat(http.get(path, "Authorization", "Bearer x").statusCode())
                    .as(path)
                    .isEqualTo(401);
        }
        assertThat(http.get("/v1/.well-known/live").statusCode()).isEqualTo(200);
        assertThat(http.get("/v1/.well-known/openid-configuration").statusCode())
                .isEqualTo(404);
        assertThat(http.get("/.well-known/live").statusCode()).isEqualTo(204);
    }

    @Test
    void theVectorizersDoorsTakeAKeyToo() throws Exception {
        assertThat(http.vectors("{\"text\":\"a\"}").statusCode()).isEqualTo(401);
        assertThat(http.vectors("{\"text\":\"a\"}", "Authorization", READER).statusCode())
                .isEqualTo(200);
    }

    private int status(String method, String path, String body, String key) throws Exception {
        return http.send(method, path, body, "Authorization", key).statusCode();
    }
}
