package io.text2vec.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoadClientTest {
    private final Set<String> bodies = ConcurrentHashMap.newKeySet();
    private final Set<Integer> clientPorts = ConcurrentHashMap.newKeySet();
    private final AtomicInteger requests = new AtomicInteger();
    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private int status = 200;
    private HttpServer server;

    @TempDir
    Path directory;

    private Path texts;

    @BeforeEach
    void start() throws IOException {
        texts = Files.write(directory.resolve("texts"), List.of("one", "two", "three"));
        // A body of several kilobytes, so that answers arrive in more than one piece.
        byte[] answer = ("{\"vector\":[" + "0.123456789,".repeat(2000) + "1]}").getBytes(StandardCharsets.US_ASCII);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/vectors", exchange -> {
            bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            clientPorts.add(exchange.getRemoteAddress().getPort());
            requests.incrementAndGet();
            exchange.sendResponseHeaders(status, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        threads.shutdownNow();
    }

    private LoadResult run(int connections, Duration time) throws IOException {
        LoadClient client = new LoadClient(Target.local(server.getAddress().getPort()));
        return client.run(client.requests(texts), connections, time.toNanos());
    }

    @Test
    void everyAnswerCountsAndEveryTextIsSent() throws IOException {
        LoadResult result = run(3, Duration.ofMillis(300));
        assertThat(result.requests()).isEqualTo(requests.get()).isGreaterThanOrEqualTo(3);
        assertThat(bodies)
                .containsExactlyInAnyOrder("{\"text\":\"one\"}", "{\"text\":\"two\"}", "{\"text\":\"three\"}");
        assertThat(result.medianMillis()).isPositive().isLessThanOrEqualTo(result.p99Millis());
        assertThat(result.rate()).isPositive();
    }

    @Test
    void connectionsAreKept() throws IOException {
        run(2, Duration.ofMillis(300));
        assertThat(requests.get()).isGreaterThan(2);
        assertThat(clientPorts).hasSize(2);
    }

    @Test
    void anErrorIsNoAnswer() {
        status = 429;
        assertThatThrownBy(() -> run(1, Duration.ofMillis(50)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("429");
    }

    @Test
    void theProcessGivesTheSameFigures() throws IOException {
        try (LoadProcess process = new LoadProcess(server.getAddress().getPort())) {
            LoadResult first = process.run(texts, 2, Duration.ofMillis(100));
            LoadResult second = process.run(texts, 1, Duration.ofMillis(100));
            assertThat(first.requests() + second.requests()).isEqualTo(requests.get());
            assertThat(second.medianMillis()).isPositive();
        }
    }

    @Test
    void arrivalsComeAtTheirOwnRateAndEachIsAnswered() throws IOException {
        LoadClient client = new LoadClient(Target.local(server.getAddress().getPort()));
        LoadResult result =
                client.arrive(client.requests(texts), 4, Duration.ofSeconds(1).toNanos(), 100);
        assertThat(result.requests()).isEqualTo(requests.get()).isBetween(60L, 140L);
        assertThat(result.medianMillis()).isPositive();
    }

    @Test
    void aServerWithAnotherInterfaceIsAskedInItsWords() throws IOException {
        server.createContext("/embed", exchange -> {
            bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(200, 4);
            exchange.getResponseBody().write("[[1]".getBytes(StandardCharsets.US_ASCII));
            exchange.close();
        });
        LoadClient client = new LoadClient(
                Target.parse("http://127.0.0.1:" + server.getAddress().getPort() + "/embed"));
        client.run(client.requests(texts), 1, Duration.ofMillis(200).toNanos());
        assertThat(bodies).contains("{\"inputs\":\"one\"}");
    }

    @Test
    void anUnknownInterfaceIsRefused() {
        assertThatThrownBy(() -> Target.parse("https://127.0.0.1:1/rerank"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("/vectors, /embed or /v1/embeddings");
    }
}
