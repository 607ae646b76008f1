package io.text2vec.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.text2vec.embedder.Embedder;
import io.text2vec.vectors.FakeEmbedder;
import io.text2vec.vectors.Http;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The embedded model in an application under test. Its native libraries load in the JVM in which {@link PlainEmbedderTest}
 * loads them too, from another class loader.
 */
@QuarkusTest
@TestProfile(RealEmbedderTest.WithoutFake.class)
@Timeout(60)
class RealEmbedderTest {

    public static final class WithoutFake implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.arc.exclude-types", FakeEmbedder.class.getName());
        }
    }

    @TestHTTPResource
    URI base;

    @Inject
    Embedder embedder;

    @Test
    void givesAVector() throws Exception {
        embedder.loaded().join();
        HttpResponse<String> answer = new Http(base).vectors("{\"text\":\"hello\"}");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"dim\":384,\"dims\":384}");
    }
}
