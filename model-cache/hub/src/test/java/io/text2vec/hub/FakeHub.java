package io.text2vec.hub;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Plays the hub on two ports of this machine: its own, and that of the storage that large files are redirected to. Knows one
 * model; large is what has more than {@link #LARGE} bytes.
 */
public final class FakeHub implements AutoCloseable {
    static final int LARGE = 1000;
    public static final String COMMIT = "c0ffee".repeat(6) + "c0de";

    private final String id;
    private final Map<String, byte[]> files = new ConcurrentHashMap<>();
    private final Map<String, Deque<Fault>> faults = new ConcurrentHashMap<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer hub;
    private final HttpServer storage;
    private String token = "";
    private boolean withoutBlobs;

    /** What goes wrong with one answer. */
    @FunctionalInterface
    public interface Fault {
        void answer(HttpExchange exchange, byte[] content, FakeHub hub) throws IOException;
    }

    public FakeHub(String id) throws IOException {
        this.id = id;
        hub = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        storage = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        hub.createContext("/", exchange -> guarded(exchange, this::hub));
        storage.createContext("/", exchange -> guarded(exchange, this::storage));
        for (HttpServer server : List.of(hub, storage)) {
            server.setExecutor(threads);
            server.start();
        }
    }

    public String endpoint() {
        return "http://127.0.0.1:" + hub.getAddress().getPort();
    }

    public FakeHub with(String name, byte[] content) {
        files.put(name, content);
        return this;
    }

    public FakeHub with(String name, String content) {
        return with(name, content.getBytes(StandardCharsets.UTF_8));
    }

    /** All files of a directory. */
    public FakeHub withAll(Path directory) throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                with(NamedFiles.name(directory.relativize(file)), Files.readAllBytes(file));
            }
        }
        return this;
    }

    /** Demands a token. */
    public FakeHub guardedBy(String secret) {
        token = secret;
        return this;
    }

    /** Like a mirror whose list has names alone. */
    FakeHub withoutBlobs() {
        withoutBlobs = true;
        return this;
    }

    /** The next answers for a path that ends so go wrong, in this order. */
    public void fail(String path, Fault... next) {
        faults.computeIfAbsent(path, _ -> new ArrayDeque<>()).addAll(List.of(next));
    }

    /** All requests so far, as method, path and range. */
    public List<String> requests() {
        return requests;
    }

    public long requests(String part) {
        return requests.stream().filter(request -> request.contains(part)).count();
    }

    @Override
    public void close() {
        closed.countDown();
        hub.stop(0);
        storage.stop(0);
        threads.shutdownNow();
    }

    public static Fault status(int status, String... headers) {
        return (exchange, _, _) -> {
            for (int i = 0; i < headers.length; i += 2) {
                exchange.getResponseHeaders().set(headers[i], headers[i + 1]);
            }
            exchange.sendResponseHeaders(status, -1);
        };
    }

    /** Breaks off after some bytes of the answer, of which the client may lose some that it has not read yet. */
    public static Fault cutAfter(int bytes) {
        return cutAfter(bytes, () -> true);
    }

    /** Breaks off after some bytes of the answer, when the client has read them. */
    static Fault cutAfter(int bytes, BooleanSupplier read) {
        return (exchange, content, _) -> {
            // The stream is left open: closing the exchange alone makes the server end the connection.
            OutputStream out = begun(exchange, content);
            out.write(rest(exchange, content), 0, bytes);
            out.flush();
            while (!read.getAsBoolean() && !Thread.currentThread().isInterrupted()) {
                Thread.onSpinWait();
            }
        };
    }

    /** Sends some bytes and then nothing, with the connection open. */
    public static Fault silentAfter(int bytes) {
        return (exchange, content, hub) -> {
            OutputStream out = begun(exchange, content);
            out.write(rest(exchange, content), 0, bytes);
            out.flush();
            try {
                hub.closed.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
    }

    /** Sends as many bytes, of which the last is another. */
    public static Fault corrupt() {
        return (exchange, content, _) -> {
            byte[] other = content.clone();
            other[other.length - 1]++;
            try (OutputStream out = begun(exchange, other)) {
                out.write(rest(exchange, other));
            }
        };
    }

    /** Ignores the range that was asked for. */
    public static Fault whole() {
        return (exchange, content, _) -> {
            exchange.sendResponseHeaders(200, content.length);
            exchange.getResponseBody().write(content);
        };
    }

    static String gitBlob(byte[] content) {
        return hex("SHA-1", ("blob " + content.length + "\0").getBytes(StandardCharsets.US_ASCII), content);
    }

    static String sha256(byte[] content) {
        return hex("SHA-256", content);
    }

    private static String hex(String algorithm, byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance(algorithm);
            for (byte[] part : parts) {
                digest.update(part);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @FunctionalInterface
    private interface Handler {
        void handle(HttpExchange exchange, String path) throws IOException;
    }

    private void guarded(HttpExchange exchange, Handler handler) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            String range = exchange.getRequestHeaders().getFirst("Range");
            requests.add(exchange.getRequestMethod() + " " + path + (range == null ? "" : " " + range));
            handler.handle(exchange, path);
        }
    }

    private void hub(HttpExchange exchange, String path) throws IOException {
        String authorization = exchange.getRequestHeaders().getFirst("Authorization");
        if (!token.isEmpty() && !("Bearer " + token).equals(authorization)) {
            exchange.sendResponseHeaders(401, -1);
            return;
        }
        if (failed(exchange, path, new byte[0])) {
            return;
        }
        if (path.startsWith("/api/models/" + id + "/revision/")) {
            list(exchange, path.substring(path.lastIndexOf('/') + 1));
        } else if (path.startsWith("/" + id + "/resolve/" + COMMIT + "/")) {
            resolve(exchange, path.substring(("/" + id + "/resolve/" + COMMIT + "/").length()));
        } else {
            exchange.getResponseHeaders().set("X-Error-Code", "RepoNotFound");
            exchange.sendResponseHeaders(404, -1);
        }
    }

    private void list(HttpExchange exchange, String revision) throws IOException {
        if (!List.of("main", COMMIT).contains(revision)) {
            exchange.getResponseHeaders().set("X-Error-Code", "RevisionNotFound");
            exchange.sendResponseHeaders(404, -1);
            return;
        }
        String siblings = files.entrySet().stream()
                .map(file -> sibling(file.getKey(), file.getValue()))
                .collect(Collectors.joining(","));
        send(
                exchange,
                "{\"id\":\"%s\",\"sha\":\"%s\",\"siblings\":[%s]}"
                        .formatted(id, COMMIT, siblings)
                        .getBytes(StandardCharsets.UTF_8));
    }

    private String sibling(String name, byte[] content) {
        if (withoutBlobs) {
            return "{\"rfilename\":\"%s\"}".formatted(name);
        }
        String lfs = content.length > LARGE
                ? ",\"lfs\":{\"sha256\":\"%s\",\"size\":%d,\"pointerSize\":131}"
                        .formatted(sha256(content), content.length)
                : "";
        return "{\"rfilename\":\"%s\",\"size\":%d,\"blobId\":\"%s\"%s}"
                .formatted(name, content.length, gitBlob(content), lfs);
    }

    private void resolve(HttpExchange exchange, String name) throws IOException {
        byte[] content = files.get(name);
        Headers headers = exchange.getResponseHeaders();
        headers.set("X-Repo-Commit", COMMIT);
        if (content == null) {
            headers.set("X-Error-Code", "EntryNotFound");
            exchange.sendResponseHeaders(404, -1);
        } else if (content.length > LARGE) {
            headers.set("X-Linked-Etag", "\"" + sha256(content) + "\"");
            headers.set("X-Linked-Size", String.valueOf(content.length));
            headers.set(
                    "Location", "http://localhost:" + storage.getAddress().getPort() + "/blobs/" + name + "?signed");
            exchange.sendResponseHeaders(302, -1);
        } else {
            headers.set("ETag", "\"" + gitBlob(content) + "\"");
            send(exchange, content);
        }
    }

    private void storage(HttpExchange exchange, String path) throws IOException {
        if (exchange.getRequestHeaders().containsKey("Authorization")) {
            exchange.sendResponseHeaders(400, -1); // as storage does with a presigned address
            return;
        }
        byte[] content = files.get(path.substring("/blobs/".length()));
        if (!failed(exchange, path, content)) {
            try (OutputStream out = begun(exchange, content)) {
                out.write(rest(exchange, content));
            }
        }
    }

    private boolean failed(HttpExchange exchange, String path, byte[] content) throws IOException {
        for (Map.Entry<String, Deque<Fault>> entry : faults.entrySet()) {
            if (path.endsWith(entry.getKey())) {
                Fault fault;
                synchronized (entry.getValue()) {
                    fault = entry.getValue().poll();
                }
                if (fault != null) {
                    fault.answer(exchange, content, this);
                    return true;
                }
            }
        }
        return false;
    }

    private static OutputStream begun(HttpExchange exchange, byte[] content) throws IOException {
        byte[] rest = rest(exchange, content);
        exchange.getResponseHeaders().set("ETag", "\"storage-" + sha256(content).substring(0, 8) + "\"");
        if (rest.length < content.length) {
            exchange.getResponseHeaders()
                    .set(
                            "Content-Range",
                            "bytes %d-%d/%d"
                                    .formatted(content.length - rest.length, content.length - 1, content.length));
            exchange.sendResponseHeaders(206, rest.length);
        } else {
            exchange.sendResponseHeaders(200, content.length);
        }
        return exchange.getResponseBody();
    }

    /** What is asked for, unless the client goes on with what is another content by now. */
    private static byte[] rest(HttpExchange exchange, byte[] content) {
        String range = exchange.getRequestHeaders().getFirst("Range");
        String known = exchange.getRequestHeaders().getFirst("If-Range");
        String etag = "\"storage-" + sha256(content).substring(0, 8) + "\"";
        if (range == null || known != null && !known.equals(etag)) {
            return content;
        }
        int from = Integer.parseInt(range.substring("bytes=".length(), range.indexOf('-')));
        return Arrays.copyOfRange(content, from, content.length);
    }

    private static void send(HttpExchange exchange, byte[] content) throws IOException {
        boolean head = exchange.getRequestMethod().equals("HEAD");
        if (head) {
            exchange.getResponseHeaders().set("Content-Length", String.valueOf(content.length));
        }
        exchange.sendResponseHeaders(200, head ? -1 : content.length);
        if (!head) {
            exchange.getResponseBody().write(content);
        }
    }
}
