package io.text2vec.vectorizers;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.text2vec.web.JsonTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A vectorizer that speaks as the reference container does, on a port of its own: {@code /meta}, {@code /vectors},
 * {@code /.well-known/ready}. A text's vector begins with its length. A test may have a path
 * answer otherwise.
 */
final class Container implements AutoCloseable {
    static final String META = "{\"model_type\":\"bert\",\"_name_or_path\":\"./models/model\",\"layers\":6}";

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicInteger mostUnderWay = new AtomicInteger();
    private volatile Answering vectors = this::vector;
    private volatile Answering meta = exchange -> answer(exchange, 200, META);

    /** What came in. */
    record Asked(String path, Map<String, List<String>> headers, Map<String, Object> body) {}

    /** Answers a request, its body read. */
    interface Answering {
        void answer(HttpExchange exchange) throws IOException;
    }

    Container() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            switch (exchange.getRequestURI().getPath()) {
                case "/meta" -> meta.answer(exchange);
                case "/vectors" -> count(exchange);
                case "/.well-known/ready" -> answer(exchange, 204, "");
                default -> {
                    asked.add(new Asked(exchange.getRequestURI().getPath(), exchange.getRequestHeaders(), Map.of()));
                    answer(exchange, 404, "{\"detail\":\"Not Found\"}");
                }
            }
        });
        server.start();
    }

    private void count(HttpExchange exchange) throws IOException {
        mostUnderWay.accumulateAndGet(underWay.incrementAndGet(), Math::max);
        try {
            byte[] body = exchange.getRequestBody().readAllBytes();
            asked.add(new Asked("/vectors", exchange.getRequestHeaders(), JsonTree.object(body, "a text")));
            vectors.answer(exchange);
        } finally {
            underWay.decrementAndGet();
        }
    }

    private void vector(HttpExchange exchange) throws IOException { // with one caller at a time, or texts of one length
        Map<?, ?> last = asked.getLast().body();
        answer(exchange, 200, "{\"text\":\"\",\"vector\":[%d,0.5,-1e-3],\"dim\":3}".formatted(length(last)));
    }

    private static int length(Map<?, ?> body) {
        return body.get("text").toString().length();
    }

    static void answer(HttpExchange exchange, int status, String body, String... header) throws IOException {
        for (int i = 0; i < header.length; i += 2) {
            exchange.getResponseHeaders().set(header[i], header[i + 1]);
        }
        byte[] bytes = body.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        try (exchange) {
            exchange.getResponseBody().write(bytes);
        }
    }

    /** How {@code /vectors} answers from now on. */
    void vectors(Answering next) {
        vectors = next;
    }

    /** The same with one answer. */
    void vectors(int status, String body, String... header) {
        vectors = exchange -> answer(exchange, status, body, header);
    }

    /** As at the beginning. */
    void well() {
        vectors = this::vector;
    }

    void meta(int status, String body) {
        meta = exchange -> answer(exchange, status, body);
    }

    List<Asked> asked() {
        return asked;
    }

    int mostUnderWay() {
        return mostUnderWay.get();
    }

    int port() {
        return server.getAddress().getPort();
    }

    String url() {
        return "http://127.0.0.1:" + port();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
