package io.text2vec.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.text2vec.embedder.Embedding;
import io.text2vec.vectors.FakeEmbedder;
import io.text2vec.vectors.Http;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** All bodies together may have 100 KiB here: a large one finds space, a second one beside it does not. */
@QuarkusTest
@TestProfile(BodiesUnderWayTest.LittleSpace.class)
class BodiesUnderWayTest {
    private static final int LARGE = 60 << 10;

    public static final class LittleSpace implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.http.limits.max-body-size", "64K", "TEXT2VEC_BODIES", "100K");
        }
    }

    @TestHTTPResource
    URI base;

    @Inject
    FakeEmbedder embedder;

    @Inject
    MeterRegistry metrics;

    private final CompletableFuture<Embedding> vector = new CompletableFuture<>();
    private Http http;
    private RawHttp raw;

    @BeforeEach
    void connect() throws Exception {
        http = new Http(base);
        raw = new RawHttp(base);
        until(
                () -> { // what the test before took comes back right behind its answer
                    raw.post(bytes(large("{\"text\":\"a\"}")));
                    return !raw.answer().startsWith("HTTP/1.1 429 ");
                });
        embedder.reset();
    }

    @AfterEach
    void leave() throws IOException {
        raw.close();
    }

    @ParameterizedTest
    @EnumSource
    void whatFindsNoSpaceIsRefusedInTheShapeOfItsDoor(Door door) throws Exception {
        rawWaitsForItsVector();
        HttpResponse<String> refused = door.post(http, large(door.good));
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After")).contains("1");
        assertThat(refused.body()).startsWith(door.errors() + "The bodies of requests under way fill the memory");
        assertThat(embedder.asked()).isEmpty();
        rawGetsItsVector();
    }

    @Test
    void aSmallBodyFindsSpaceBesideALargeOne() throws Exception {
        rawWaitsForItsVector();
        assertThat(http.vectors("{\"text\":\"four\"}").statusCode()).isEqualTo(200);
        rawGetsItsVector();
    }

    @Test
    void aConnectionServesOnAfterARefusalInTheMiddleOfABody() throws Exception {
        rawWaitsForItsVector();
        byte[] body = bytes(large("{\"text\":\"a\"}"));
        int most = LARGE - 1000;
        try (RawHttp slow = new RawHttp(base)) {
            slow.post("Content-Length: " + body.length + "\r\n", Arrays.copyOf(body, most));
            assertThat(slow.answer()).startsWith("HTTP/1.1 429 ");
            slow.send(Arrays.copyOfRange(body, most, body.length));
            slow.post(bytes("{\"text\":\"four\"}"));
            assertThat(slow.answer()).startsWith("HTTP/1.1 200 ").contains("\"vector\":[4.0,");
        }
        rawGetsItsVector();
    }

    /** One connection serves them in a row: the one before has ended when the next one comes. */
    @ParameterizedTest
    @ValueSource(strings = {"200 {\"text\":\"a\"}", "400 {\"text\":", "422 {}"})
    void whatIsAnsweredLeavesItsSpaceToTheNext(String statusAndBody) throws Exception {
        for (int i = 0; i < 3; i++) {
            raw.post(bytes(large(statusAndBody.substring(4))));
            assertThat(raw.answer()).startsWith("HTTP/1.1 " + statusAndBody.substring(0, 4));
        }
    }

    @Test
    void aClientThatGoesInTheMiddleOfItsBodyLeavesItsSpaceToOthers() throws Exception {
        long before = gone();
        raw.post("Content-Length: " + (LARGE + 1) + "\r\n", new byte[LARGE]);
        raw.close();
        until(() -> gone() > before); // counted after the space has come back
        assertThat(http.vectors(large("{\"text\":\"a\"}")).statusCode()).isEqualTo(200);
    }

    @Test
    void aClientThatDoesNotWaitForItsVectorLeavesItsSpaceToOthers() throws Exception {
        long before = gone();
        rawWaitsForItsVector();
        raw.close();
        until(() -> gone() > before);
        assertThat(http.vectors(large("{\"text\":\"a\"}")).statusCode()).isEqualTo(200);
    }

    /** Others are answered as usual, and remembered from then on. */
    private void rawWaitsForItsVector() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        embedder.answer(request -> {
            asked.countDown();
            return vector;
        });
        raw.post(bytes(large("{\"text\":\"a\"}")));
        assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();
        embedder.reset();
    }

    private void rawGetsItsVector() throws IOException {
        vector.complete(new Embedding(new float[] {1}, 1));
        assertThat(raw.answer()).startsWith("HTTP/1.1 200 ");
    }

    private long gone() {
        var timer = metrics.find("text2vec.requests").tags("status", "gone").timer();
        return timer == null ? 0 : timer.count();
    }

    private static void until(Callable<Boolean> done) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (!done.call()) {
            assertThat(System.nanoTime()).as("ten seconds later").isLessThan(end);
            Thread.onSpinWait();
        }
    }

    private static String large(String body) {
        return body + " ".repeat(LARGE - body.length());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
