package io.text2vec.vectorizers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.text2vec.collections.CollectionException;
import io.text2vec.collections.vectorize.VectorSource;
import io.text2vec.collections.vectorize.VectorSource.Made;
import io.text2vec.embedder.EmbedException;
import io.text2vec.embedder.EmbedRequest;
import io.vertx.core.Vertx;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is asked of a container over real HTTP, and what its faults mean. */
@Timeout(30)
class HttpVectorizersTest {
    private static final int CALLS = 3;

    private final Vertx vertx = Vertx.vertx();
    private final Container container = new Container();
    private final HttpVectorizers vectorizers = vectorizers("127.0.0.1", Duration.ofSeconds(10));

    private HttpVectorizers vectorizers(String hosts, Duration timeout) {
        return new HttpVectorizers(
                vertx,
                new InferenceSettings(
                        new CommonUrls(Map.of()),
                        AllowedHosts.read(Optional.of(hosts), List.of()),
                        true,
                        timeout,
                        CALLS));
    }

    @AfterEach
    void close() {
        vectorizers.close();
        container.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private VectorSource source() {
        return vectorizers.at(container.url());
    }

    private Made make(EmbedRequest... texts) {
        return source().make(List.of(texts)).join();
    }

    /** Why a text has no vector. */
    private static Throwable failure(VectorSource source) {
        CompletableFuture<Made> made = source.make(List.of(EmbedRequest.passage("text")));
        return made.handle((done, failed) -> failed).join();
    }

    @Test
    void aContainerIsAskedAsWeaviateAsks() {
        Made made = make(
                new EmbedRequest("a shark", Optional.of("query"), Optional.of("masked_mean"), OptionalInt.of(3)),
                new EmbedRequest("\ud800 \"b\"", Optional.of("passage"), Optional.of("cls"), OptionalInt.empty()));

        assertThat(made.vectors()).hasSize(2);
        assertThat(made.vectors().getFirst()).hasSize(3).endsWith(0.5f, -1e-3f);
        assertThat(container.asked())
                .allMatch(asked -> asked.path().equals("/vectors"))
                .extracting(Container.Asked::body)
                .containsExactlyInAnyOrder(
                        Map.of(
                                "text",
                                "a shark",
                                "config",
                                Map.of("pooling_strategy", "masked_mean", "task_type", "query", "dimensions", 3L)),
                        Map.of(
                                "text",
                                "\ud800 \"b\"",
                                "config",
                                Map.of("pooling_strategy", "cls", "task_type", "passage")));
    }

    @Test
    void noCredentialsAreSent() {
        make(EmbedRequest.passage("text"));

        assertThat(container.asked().getFirst().headers())
                .containsKey("Content-type")
                .doesNotContainKeys("Authorization", "Cookie");
    }

    @Test
    void aContainerIsAskedOneByOneWithAFewUnderWay() {
        container.vectors(exchange -> {
            String body = "{\"vector\":[1]}";
            Thread.yield();
            Container.answer(exchange, 200, body);
        });

        Made made = source().make(Collections.nCopies(40, EmbedRequest.passage("text")))
                .join();

        assertThat(made.vectors()).hasSize(40);
        assertThat(container.asked()).hasSize(40);
        assertThat(container.mostUnderWay()).isBetween(1, CALLS);
    }

    @Test
    void queriesDoNotWaitBehindImports() throws Exception {
        CountDownLatch queried = new CountDownLatch(1);
        container.vectors(exchange -> {
            if (container.asked().stream()
                    .noneMatch(asked -> asked.body().toString().contains("query"))) {
                await(queried);
            }
            Container.answer(exchange, 200, "{\"vector\":[1]}");
        });
        CompletableFuture<Made> passages = source().make(Collections.nCopies(2 * CALLS, EmbedRequest.passage("text")));

        assertThat(make(EmbedRequest.query("query")).vectors()).hasSize(1);
        queried.countDown();
        assertThat(passages.join().vectors()).hasSize(2 * CALLS);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void theModelIsKnownByWhatMetaSays() {
        String model = make(EmbedRequest.passage("text")).model();

        assertThat(model).startsWith("./models/model, known by its /meta, meta-");
        assertThat(source().model()).contains(model);
        try (Container reordered = new Container();
                Container other = new Container()) {
            reordered.meta(200, "{\"layers\":6,\"_name_or_path\":\"./models/model\",\"model_type\":\"bert\"}");
            other.meta(200, Container.META.replace("6", "12"));
            assertThat(modelAt(reordered)).isEqualTo(model);
            assertThat(modelAt(other)).isNotEqualTo(model);
        }
    }

    private String modelAt(Container elsewhere) {
        return vectorizers
                .at(elsewhere.url())
                .make(List.of(EmbedRequest.passage("text")))
                .join()
                .model();
    }

    @Test
    void aVectorizerWithoutMetaIsKnownByTheLengthOfItsVectors() {
        container.meta(404, "{}");

        assertThat(make(EmbedRequest.passage("text")).model()).endsWith(" length-3");
    }

    @Test
    void whoIsThereIsAskedAgainAfterAFailure() {
        String before = make(EmbedRequest.passage("text")).model();
        container.vectors(503, "");
        assertThat(failure(source())).isInstanceOf(EmbedException.NotReady.class);
        container.meta(200, Container.META.replace("6", "12"));
        container.well();

        assertThat(make(EmbedRequest.passage("text")).model()).isNotEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 502, 503})
    void whatPassesIsAskedAgain(int status) {
        AtomicInteger left = new AtomicInteger(2);
        container.vectors(exchange -> {
            boolean well = left.getAndDecrement() <= 0;
            Container.answer(exchange, well ? 200 : status, well ? "{\"vector\":[1]}" : "{}");
        });

        assertThat(make(EmbedRequest.passage("text")).vectors()).hasSize(1);
        assertThat(container.asked()).hasSize(3);
    }

    @Test
    void aBrokenConnectionIsTriedAgain() {
        AtomicInteger left = new AtomicInteger(1);
        container.vectors(exchange -> {
            if (left.getAndDecrement() > 0) {
                exchange.close();
            } else {
                Container.answer(exchange, 200, "{\"vector\":[1]}");
            }
        });

        assertThat(make(EmbedRequest.passage("text")).vectors()).hasSize(1);
    }

    @Test
    void overloadIsPassedOnWithItsWaitAfterAFewAttempts() {
        container.vectors(429, "{}");
        assertThat(failure(source()))
                .isInstanceOf(EmbedException.Busy.class)
                .hasMessageContaining(container.url().substring(7));
        assertThat(container.asked()).hasSize(4);

        container.vectors(429, "{}", "Retry-After", "60");
        assertThat(failure(source()))
                .isInstanceOfSatisfying(EmbedException.Busy.class, busy -> assertThat(busy.retryAfter())
                        .hasMinutes(1));
        assertThat(container.asked()).as("a long wait is not waited").hasSize(5);
    }

    @Test
    void whoCannotBeReachedIsUnavailable() throws Exception {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }

        assertThat(failure(vectorizers.at("http://127.0.0.1:" + free)))
                .isInstanceOf(EmbedException.NotReady.class)
                .hasMessageContaining("127.0.0.1:" + free)
                .hasMessageContaining("TRANSFORMERS_INFERENCE_API");
    }

    @Test
    void whoIsTooSlowIsUnavailableAndNotAskedAgain() {
        CountDownLatch never = new CountDownLatch(1);
        container.vectors(exchange -> await(never));
        HttpVectorizers impatient = vectorizers("127.0.0.1", Duration.ofMillis(300));

        assertThat(failure(impatient.at(container.url())))
                .isInstanceOf(EmbedException.NotReady.class)
                .hasMessageContaining("300 ms")
                .hasMessageContaining("MODULES_CLIENT_TIMEOUT");
        assertThat(container.asked()).hasSize(1);
        never.countDown();
        impatient.close();
    }

    @Test
    void anAnswerThatTricklesIsCutOffInTime() {
        CountDownLatch never = new CountDownLatch(1);
        container.vectors(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
            await(never);
        });
        HttpVectorizers impatient = vectorizers("127.0.0.1", Duration.ofMillis(300));

        assertThat(failure(impatient.at(container.url()))).isInstanceOf(EmbedException.NotReady.class);
        never.countDown();
        impatient.close();
    }

    @Test
    void noRedirectIsFollowed() {
        container.vectors(307, "", "Location", container.url() + "/elsewhere");

        assertThat(failure(source()))
                .isInstanceOf(EmbedException.RuntimeFailed.class)
                .hasMessageContaining("redirect");
        assertThat(container.asked()).noneMatch(asked -> asked.path().equals("/elsewhere"));
    }

    @Test
    void aGiantAnswerIsCutOff() {
        container.vectors(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] part = new byte[64 << 10];
            while (true) { // until the connection is broken off
                exchange.getResponseBody().write(part);
            }
        });

        assertThat(failure(source()))
                .isInstanceOf(EmbedException.RuntimeFailed.class)
                .hasMessageContaining("bytes");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"vector\":[1,",
                "{\"vector\":[1,\"2\"]}",
                "{\"vector\":null}",
                "{\"vectors\":[1]}",
                "{\"vector\":[NaN]}",
                "[1]",
                "<html>secret</html>",
                "",
            })
    void anAnswerThatIsNoVectorIsAFailureThatDoesNotRepeatIt(String answer) {
        container.vectors(200, answer);

        assertThat(failure(source()))
                .isInstanceOf(EmbedException.RuntimeFailed.class)
                .hasMessageContaining("something else than a vector")
                .hasMessageNotContaining("secret");
    }

    @Test
    void aVectorOfAnotherLengthThanTheClassWantsNamesBoth() {
        EmbedRequest short8 = new EmbedRequest("text", Optional.of("passage"), Optional.empty(), OptionalInt.of(8));

        assertThatThrownBy(() -> make(short8))
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOf(EmbedException.RuntimeFailed.class)
                .hasMessageContaining("of 3 numbers")
                .hasMessageContaining("8 (dimensions)");
    }

    @ParameterizedTest
    @CsvSource({
        "400, BadInput",
        "422, BadInput",
        "413, TooLong",
        "401, RuntimeFailed",
        "404, RuntimeFailed",
        "500, RuntimeFailed",
        "504, NotReady"
    })
    void whatStaysIsAskedOnce(int status, String kind) {
        container.vectors(status, "{\"error\":\"secret\"}");

        assertThat(failure(source()))
                .hasMessageNotContaining("secret")
                .extracting(failed -> failed.getClass().getSimpleName())
                .isEqualTo(kind);
        assertThat(container.asked()).hasSize(1);
    }

    @Test
    void cancellingMakesRoomForOthers() {
        CountDownLatch never = new CountDownLatch(1);
        container.vectors(exchange -> await(never));
        CompletableFuture<Made> first = source().make(Collections.nCopies(50, EmbedRequest.passage("text")));
        while (container.asked().size() < CALLS) {
            Thread.onSpinWait();
        }
        container.well();

        first.cancel(false);

        assertThat(make(EmbedRequest.passage("text")).vectors()).hasSize(1);
        assertThat(container.asked()).hasSize(CALLS + 1);
        never.countDown();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://elsewhere:8080",
                "http://127.0.0.2",
                "http://127.0.0.1.evil.example",
                "http://[::1]:8080",
            })
    void aHostThatNoSettingListsIsRefusedByItsName(String url) {
        assertThatThrownBy(() -> vectorizers.at(url))
                .isInstanceOf(CollectionException.Invalid.class)
                .hasMessageContaining(Address.parse(url, "").name())
                .hasMessageContaining("TEXT2VEC_INFERENCE_HOSTS");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://127.0.0.1/",
                "file:///etc/passwd",
                "127.0.0.1:8080",
                "http://user:secret@127.0.0.1:8080",
                "http://127.0.0.1:8080/?a=b",
                "http://127.0.0.1:8080/#a",
                "http://127.0.0.1:0",
                "http://127.0.0.1 evil",
                "http:///vectors",
            })
    void whatIsNoPlainHttpAddressIsRefused(String url) {
        assertThatThrownBy(() -> vectorizers.at(url))
                .isInstanceOf(CollectionException.Invalid.class)
                .hasMessageContaining("http://host:8080")
                .hasMessageNotContaining("secret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "169.254.169.254",
                "[fe80::1]",
                "[::ffff:169.254.169.254]",
                "[::169.254.1.1]",
                "[64:ff9b::a9fe:a9fe]"
            })
    void aLinkLocalAddressIsNotCalledThoughItIsListed(String host) {
        HttpVectorizers listed = vectorizers(host, Duration.ofSeconds(5));

        assertThat(failure(listed.at("http://" + host + ":8080")))
                .isInstanceOf(CollectionException.Invalid.class)
                .hasMessageContaining("link-local");
        listed.close();
    }

    @Test
    void aNameIsResolvedAndCalled() {
        HttpVectorizers named = vectorizers("localhost:" + container.port(), Duration.ofSeconds(5));

        assertThat(named.at("http://LOCALHOST.:" + container.port() + "/")
                        .make(List.of(EmbedRequest.passage("text")))
                        .join()
                        .vectors())
                .hasSize(1);
        named.close();
    }
}
