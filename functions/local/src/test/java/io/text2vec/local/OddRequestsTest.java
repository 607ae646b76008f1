package io.text2vec.local;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.text2vec.vectors.FakeEmbedder;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever comes: a clean answer, and the next request on the same connection is served. */
@QuarkusTest
class OddRequestsTest {
    private static final int LIMIT = 16 << 20;

    @TestHTTPResource
    URI base;

    @Inject
    FakeEmbedder embedder;

    @BeforeEach
    void reset() {
        embedder.reset();
    }

    static Stream<Arguments> bodies() {
        String deep = "[".repeat(100_000);
        return Stream.of(
                arguments("nothing", 400, bytes("")),
                arguments("half a value", 400, bytes("{\"text\":\"a")),
                arguments("two values", 400, bytes("{\"text\":\"a\"}{}")),
                arguments("a form", 400, bytes("text=a&b=%zz")),
                arguments("deep nesting", 400, bytes("{\"x\":" + deep)),
                arguments("a number of a million digits", 400, bytes("{\"x\":" + "9".repeat(1_000_000) + "}")),
                arguments("invalid UTF-8", 400, "{\"text\":\"\u00ff\"}".getBytes(ISO_8859_1)),
                arguments("no text", 422, bytes("{\"config\":{}}")),
                arguments("text of another type", 422, bytes("{\"text\":[\"a\"]}")),
                arguments("dimensions in words", 422, bytes("{\"text\":\"a\",\"config\":{\"dimensions\":\"8\"}}")),
                arguments("one word of 1 MB", 200, bytes("{\"text\":\"" + "a".repeat(1 << 20) + "\"}")),
                arguments("NUL", 200, bytes("{\"text\":\"\\u0000\"}")),
                arguments("the largest body", 200, largest()));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("bodies")
    void isAnsweredAndTheNextIsServed(String what, int status, byte[] body) throws IOException {
        try (RawHttp http = new RawHttp(base)) {
            http.post(body);
            String answer = http.answer();
            assertThat(answer).startsWith("HTTP/1.1 " + status + " ");
            assertThat(answer).contains(status == 200 ? "{\"text\":\"" : "{\"error\":\"");
            servesTheNext(http);
        }
    }

    @Test
    void unpairedSurrogatesComeBackAsEscapes() throws IOException {
        try (RawHttp http = new RawHttp(base)) {
            http.post(bytes("{\"text\":\"\\ud800 \\u0000 \\ud83d\\ude00\"}"));
            assertThat(http.answer())
                    .contains("{\"text\":\"\\ud800 \\u0000 " + new String("😀".getBytes(UTF_8), ISO_8859_1) + "\"");
            servesTheNext(http);
        }
    }

    @Test
    void aBodyInChunksIsABody() throws IOException {
        try (RawHttp http = new RawHttp(base)) {
            http.post(
                    "Transfer-Encoding: chunked\r\n", bytes("5\r\n{\"tex\r\n8\r\nt\":\"abc\"\r\n1\r\n}\r\n0\r\n\r\n"));
            assertThat(http.answer()).startsWith("HTTP/1.1 200 ").contains("\"vector\":[3.0,");
            servesTheNext(http);
        }
    }

    @Test
    void requestsInARowAreAnsweredInTheirOrder() throws IOException {
        try (RawHttp http = new RawHttp(base)) {
            http.post(bytes("{\"text\":\"a\"}"));
            http.post(bytes("{\"text\":\"bb\"}"));
            http.post(bytes("{"));
            assertThat(http.answer()).contains("\"vector\":[1.0,");
            assertThat(http.answer()).contains("\"vector\":[2.0,");
            assertThat(http.answer()).startsWith("HTTP/1.1 400 ");
        }
    }

    @Test
    void aBodyAnnouncedAsTooLargeIsRefusedUnread() throws IOException {
        try (RawHttp http = new RawHttp(base)) {
            http.post("Content-Length: " + (LIMIT + 1) + "\r\n", bytes("{"));
            assertThat(http.answer()).startsWith("HTTP/1.1 413 ").contains("{\"error\":\"The body is larger");
        }
        assertThat(embedder.asked()).isEmpty();
    }

    @Test
    void aBodyThatTurnsOutTooLargeIsRefused() throws IOException {
        byte[] part = new byte[1 << 20];
        Arrays.fill(part, (byte) ' ');
        try (RawHttp http = new RawHttp(base)) {
            http.post("Transfer-Encoding: chunked\r\n", bytes(""));
            for (int parts = 0; parts <= LIMIT / part.length; parts++) {
                http.send(bytes(Integer.toHexString(part.length) + "\r\n"));
                http.send(part);
                http.send(bytes("\r\n"));
            }
            assertThat(http.answer()).startsWith("HTTP/1.1 413 ").contains("{\"error\":\"The body is larger");
        }
        assertThat(embedder.asked()).isEmpty();
    }

    @Test
    void whoAsksBeforeSendingIsAnswered() throws IOException {
        byte[] body = bytes("{\"text\":\"a\"}");
        try (RawHttp http = new RawHttp(base)) {
            http.post("Expect: 100-continue\r\nContent-Length: " + body.length + "\r\n", bytes(""));
            assertThat(http.answer()).startsWith("HTTP/1.1 100 ");
            http.send(body);
            assertThat(http.answer()).startsWith("HTTP/1.1 200 ");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /%zz HTTP/1.1\r\nHost: here\r\n\r\n",
                "GET /.well-known/%2 HTTP/1.1\r\nHost: here\r\n\r\n",
                "no HTTP at all\r\n\r\n",
                "POST /vectors HTTP/1.1\r\nHost: here\r\nContent-Length: x\r\n\r\n",
                "POST /vectors HTTP/1.1\r\nHost: here\r\nContent-Length: -1\r\n\r\n",
            })
    void whatIsNotHttpIsTold(String request) throws IOException {
        try (RawHttp http = new RawHttp(base)) {
            http.send(bytes(request));
            assertThat(http.answer()).matches("(?s)HTTP/1.[01] 400 .*");
        }
        try (RawHttp http = new RawHttp(base)) {
            servesTheNext(http);
        }
    }

    private static void servesTheNext(RawHttp http) throws IOException {
        http.post(bytes("{\"text\":\"four\"}"));
        assertThat(http.answer()).startsWith("HTTP/1.1 200 ").contains("\"vector\":[4.0,");
    }

    private static byte[] largest() {
        byte[] body = new byte[LIMIT];
        Arrays.fill(body, (byte) ' ');
        byte[] json = bytes("{\"text\":\"a\"}");
        System.arraycopy(json, 0, body, 0, json.length);
        return body;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
