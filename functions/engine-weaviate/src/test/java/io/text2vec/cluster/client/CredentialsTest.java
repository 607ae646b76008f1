package io.text2vec.cluster.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.MultiMap;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CredentialsTest {
    private final MultiMap came = MultiMap.caseInsensitiveMultiMap()
            .add("Authorization", "Bearer caller")
            .add("X-OpenAI-Api-Key", "key")
            .add("Connection", "close")
            .add("Host", "here");

    @Test
    void theProcessKeepsTheCallersToItself() {
        MultiMap onward = onward(new Credentials(false, Optional.of("own")));
        assertThat(onward.get("authorization")).isEqualTo("Bearer own");
        assertThat(onward.get("x-openai-api-key")).isEqualTo("key");
        assertThat(onward.contains("connection")).isFalse();
        assertThat(onward.contains("host")).isFalse();
        assertThat(onward(new Credentials(false, Optional.empty())).contains("authorization"))
                .isFalse();
    }

    @Test
    void orPassesThemOn() {
        Credentials credentials = new Credentials(true, Optional.of("own"));
        assertThat(onward(credentials).get("authorization")).isEqualTo("Bearer caller");
        assertThat(Credentials.with("Bearer caller", credentials::ofThread)).contains("Bearer caller");
        assertThat(Credentials.with(null, credentials::ofThread)).isEmpty();
        assertThat(credentials.ofThread()).isEmpty();
    }

    private MultiMap onward(Credentials credentials) {
        MultiMap onward = MultiMap.caseInsensitiveMultiMap();
        Headers.request(came, onward, credentials);
        return onward;
    }
}
