package io.text2vec.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.text2vec.embedder.EmbedException;
import io.text2vec.vectors.FakeEmbedder;
import io.text2vec.vectors.Http;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What all doors of one application have in common; after each failure all of them serve. */
@QuarkusTest
class EveryDoorTest {
    @TestHTTPResource
    URI base;

    @Inject
    FakeEmbedder embedder;

    private Http http;

    @BeforeEach
    void reset() {
        embedder.reset();
        http = new Http(base);
    }

    @AfterEach
    void everyDoorServes() throws Exception {
        embedder.reset();
        for (Door door : Door.values()) {
            HttpResponse<String> answer = door.post(http, door.good);
            assertThat(answer.statusCode()).as("%s: %s", door, answer.body()).isEqualTo(200);
            assertThat(answer.body()).contains("[4.0,0.5,-1.0E-7]");
        }
        assertThat(http.get("/meta").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource
    void malformedJsonIs400(Door door) throws Exception {
        assertFailed(door, 400, door.post(http, door.good.substring(0, door.good.length() - 1)));
    }

    @ParameterizedTest
    @EnumSource
    void noBodyIs400(Door door) throws Exception {
        assertFailed(door, 400, door.post(http, ""));
    }

    @ParameterizedTest
    @EnumSource
    void deepNestingIs400(Door door) throws Exception {
        assertFailed(door, 400, door.post(http, "{\"data\":" + "[".repeat(100_000)));
    }

    @ParameterizedTest
    @EnumSource
    void aBodyOf17MiBIs413(Door door) throws Exception {
        assertFailed(door, 413, door.post(http, door.good + " ".repeat(17 << 20)));
    }

    @ParameterizedTest
    @EnumSource
    void anotherMethodIs405(Door door) throws Exception {
        HttpResponse<String> answer = http.send("PUT", door.path, door.good);
        assertFailed(door, 405, answer);
        assertThat(answer.headers().firstValue("Allow")).contains("POST");
    }

    @ParameterizedTest
    @EnumSource
    void aFullQueueIs429AndSaysWhenToComeBack(Door door) throws Exception {
        HttpResponse<String> answer = failing(door, new EmbedException.Busy("reason", Duration.ofSeconds(3)));
        assertFailed(door, 429, answer);
        assertThat(answer.headers().firstValue("Retry-After")).contains("3");
    }

    @ParameterizedTest
    @EnumSource
    void aFailureHasItsStatus(Door door) throws Exception {
        int badInput = door == Door.EMBEDDINGS ? 400 : 422;
        assertFailed(door, badInput, failing(door, new EmbedException.BadInput("reason")));
        assertFailed(door, 413, failing(door, new EmbedException.TooLong("reason")));
        assertFailed(door, 503, failing(door, new EmbedException.NotReady("reason")));
        assertFailed(door, 504, failing(door, new EmbedException.DeadlinePassed("reason")));
        assertFailed(door, 500, failing(door, new EmbedException.RuntimeFailed("reason", null)));
    }

    @ParameterizedTest
    @EnumSource
    void isCounted(Door door) throws Exception {
        door.post(http, door.good);
        assertThat(http.get("/q/metrics").body())
                .contains("text2vec_requests_seconds_count{door=\"" + door.path + "\",status=\"200\"}");
    }

    private HttpResponse<String> failing(Door door, EmbedException failure) throws Exception {
        embedder.answer(request -> CompletableFuture.failedFuture(failure));
        HttpResponse<String> answer = door.post(http, door.good);
        assertThat(answer.body()).contains("reason");
        return answer;
    }

    private static void assertFailed(Door door, int status, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(answer.body()).startsWith(door.errors());
    }
}
