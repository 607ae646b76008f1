package io.text2vec.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(AllowedTokensTest.TwoTokens.class)
class AllowedTokensTest {

    public static final class TwoTokens implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("AUTHENTICATION_ALLOWED_TOKENS", "one, two");
        }
    }

    @TestHTTPResource
    URI base;

    private Http http;

    @BeforeEach
    void client() {
        http = new Http(base);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer one", "Bearer two"})
    void opensTheDoorsToTheirBearers(String header) throws Exception {
        assertThat(http.vectors("{\"text\":\"a\"}", "Authorization", header).statusCode())
                .isEqualTo(200);
        assertThat(http.get("/meta", "Authorization", header).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/meta", "/vectors", "/nothing", "/q/nothing", "/%6Deta", "/meta/", "/.well-known/live/x"})
    void turnsTheOthersAwayWhereverTheyCome(String path) throws Exception {
        assertUnauthorized(http.get(path));
        assertUnauthorized(http.get(path, "Authorization", "Bearer three"));
    }

    @Test
    void turnsTheOthersAwayBeforeTheirBodyIsRead() throws Exception {
        assertUnauthorized(http.vectors("{", "Authorization", "Basic b25l"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/.well-known/live", "/.well-known/ready", "/q/metrics"})
    void whatWatchesTheFunctionNeedsNone(String path) throws Exception {
        assertThat(http.get(path).statusCode()).isBetween(200, 204);
    }

    private static void assertUnauthorized(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer");
        assertThat(answer.body()).startsWith("{\"error\":\"");
    }
}
